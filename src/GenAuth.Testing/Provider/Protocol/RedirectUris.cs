using System.Net;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>
/// Registered addresses, which are compared as exact text. One with the port <c>*</c> on this machine, as in
/// <c>http://127.0.0.1:*/callback</c>, allows any port.
/// </summary>
internal sealed class RedirectUris(IReadOnlyList<string> registered)
{
    private const string AnyPort = ":*";

    public bool Contains(string uri) => registered.Any(candidate => candidate == uri || MatchesAnyPort(candidate, uri));

    /// <summary>True for an absolute address without a fragment.</summary>
    public static bool IsValid(string? uri) =>
        // A path alone is the address of a file on some systems.
        !string.IsNullOrEmpty(uri) && uri[0] != '/' && !uri.Contains('#', StringComparison.Ordinal)
        && Uri.TryCreate(SplitAtPort(uri) is var (before, after) ? before + after : uri, UriKind.Absolute, out _);

    private static bool MatchesAnyPort(string candidate, string uri)
    {
        if (SplitAtPort(candidate) is not var (before, after) || !uri.StartsWith(before, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = uri.AsSpan(before.Length);
        if (rest.StartsWith(":"))
        {
            rest = rest[1..].TrimStart("0123456789");
        }

        return rest.SequenceEqual(after);
    }

    /// <summary>The texts before and after the port, or <see langword="null"/> for an address whose port is given.</summary>
    private static (string Before, string After)? SplitAtPort(string uri)
    {
        var port = uri.IndexOf(AnyPort, StringComparison.Ordinal);
        var host = uri.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        return port >= host && IsLoopback(uri[host..port]) ? (uri[..port], uri[(port + AnyPort.Length)..]) : null;
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.TrimStart('[').TrimEnd(']'), out var address) && IPAddress.IsLoopback(address));
}
