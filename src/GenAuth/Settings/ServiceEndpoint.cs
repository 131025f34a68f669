namespace GenAuth.Settings;

/// <summary>Brings the spellings of a service address to one: scheme and host in ASCII, nothing else.</summary>
internal static class ServiceEndpoint
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
        if (trimmed[0] is '/' or '.' or '?' or '#' || !Uri.TryCreate(absolute, UriKind.Absolute, out var uri)
            // The ASCII form from here on: it is what is connected to, whatever letters of other scripts the text is written with.
            || AsciiHost(uri) is not { Length: > 0 } || !Uri.TryCreate(OriginOf(uri), UriKind.Absolute, out var origin))
        {
            problem = $"{setting} is not an absolute address. Write scheme and host, for example https://example.genauth.ai.";
            return null;
        }

        problem = Refuse(uri, origin, allowInsecureHttp, setting);
        return problem is null ? origin : null;
    }

    /// <summary>
    /// Scheme, host and port for messages. An international name is in punycode, so that a letter of another script cannot pass for
    /// one of the known host's.
    /// </summary>
    public static string OriginOf(Uri uri) => $"{uri.Scheme}://{AsciiHost(uri) ?? "(an invalid host)"}{(uri.IsDefaultPort ? string.Empty : FormattableString.Invariant($":{uri.Port}"))}";

    /// <summary>The host as it is asked for, or <see langword="null"/> when its name cannot be.</summary>
    private static string? AsciiHost(Uri uri)
    {
        try
        {
            var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost}]" : uri.IdnHost;
            return host.All(static character => character is > ' ' and <= '~') ? host : null;
        }
        catch (UriFormatException)
        {
            // Such as a name of nothing but invisible characters.
            return null;
        }
    }

    private static string? Refuse(Uri uri, Uri origin, bool allowInsecureHttp, string setting)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            return $"{setting} has the scheme {uri.Scheme}. Only https (or http to this machine) is spoken; write https://{origin.Host}.";
        }

        // An empty user information, https://@host, is no part of UserInfo but stays in the address.
        if (uri.GetLeftPart(UriPartial.Authority).Contains('@'))
        {
            return $"{setting} holds user information before the host. Remove it; credentials have settings of their own.";
        }

        if (uri.PathAndQuery.Trim('/').Length > 0 || uri.Fragment.Length > 0)
        {
            return $"{setting} holds more than scheme and host. Remove the path, query and fragment; write {OriginOf(origin)}.";
        }

        return uri.Scheme == Uri.UriSchemeHttp && !origin.IsLoopback && !allowInsecureHttp
            ? $"{setting} is plain http to another machine, which would send tokens and secrets in the clear. Write https://{origin.Authority}, or set AllowInsecureHttp for a closed network."
            : null;
    }
}
