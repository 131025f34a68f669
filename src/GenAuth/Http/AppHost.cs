namespace GenAuth.Http;

/// <summary>Brings the spellings of a service address to one: scheme and host, nothing else.</summary>
internal static class AppHost
{
    /// <summary>Reads an address. On failure <paramref name="problem"/> says what is wrong and what to write instead.</summary>
    public static Uri? Parse(string? text, bool allowInsecureHttp, string setting, out string? problem)
    {
        problem = null;
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
        {
            problem = $"{setting} is empty. Set it to the authentication address of the application, for example https://example.genauth.ai.";
            return null;
        }

        // A relative or scheme-less spelling means a host; a colon alone is no scheme, because localhost:3000 is a host.
        var absolute = trimmed!.Contains("://") ? trimmed : "https://" + trimmed;
        if (trimmed[0] is '/' or '.' or '?' or '#' || !Uri.TryCreate(absolute, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            problem = $"{setting} is not an absolute address. Write scheme and host, for example https://example.genauth.ai.";
            return null;
        }

        problem = Refuse(uri, allowInsecureHttp, setting);
        return problem is null ? new Uri(uri.GetLeftPart(UriPartial.Authority)) : null;
    }

    private static string? Refuse(Uri uri, bool allowInsecureHttp, string setting)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            return $"{setting} has the scheme {uri.Scheme}. Only https (or http to this machine) is spoken; write https://{uri.Host}.";
        }

        // An empty user information, https://@host, is no part of UserInfo but stays in the address.
        if (uri.GetLeftPart(UriPartial.Authority).Contains('@'))
        {
            return $"{setting} holds user information before the host. Remove it; credentials have settings of their own.";
        }

        if (uri.PathAndQuery.Trim('/').Length > 0 || uri.Fragment.Length > 0)
        {
            return $"{setting} holds more than scheme and host. Remove the path, query and fragment; write {uri.GetLeftPart(UriPartial.Authority)}.";
        }

        return uri.Scheme == Uri.UriSchemeHttp && !uri.IsLoopback && !allowInsecureHttp
            ? $"{setting} is plain http to another machine, which would send tokens and secrets in the clear. Write https://{uri.Authority}, or set AllowInsecureHttp for a closed network."
            : null;
    }
}
