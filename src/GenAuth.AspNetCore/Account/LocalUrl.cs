using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace GenAuth.AspNetCore.Account;

/// <summary>
/// Decides whether an address that came with a request leads to this app. Browsers treat backslashes as slashes and remove control
/// characters, so an address that looks local can lead to another host.
/// </summary>
internal static class LocalUrl
{
    /// <summary>An address on a host that does not exist, to find out where a reference leads.</summary>
    private static readonly Uri Origin = new("https://app.invalid/");

    /// <summary>The address if it is local, else the root of the app.</summary>
    public static string GetLocalOrRoot(string? url, PathString pathBase) =>
        IsLocal(url) ? url : pathBase.HasValue ? pathBase.Value! : "/";

    public static bool IsLocal([NotNullWhen(true)] string? url) =>
        url is ['/', ..]
        && url is not ['/', '/', ..]
        && !url.Any(static character => character is '\\' || char.IsControl(character) || char.IsWhiteSpace(character))
        && !IsDoubleSlash(url)
        && Uri.TryCreate(Origin, url, out var target)
        && target.Scheme == Origin.Scheme && target.Authority == Origin.Authority && target.UserInfo.Length == 0;

    /// <summary>A slash or backslash that is percent-encoded after the first slash: a proxy may decode it.</summary>
    private static bool IsDoubleSlash(string url) => Uri.UnescapeDataString(url) is ['/', '/' or '\\', ..] or ['/', <= ' ', ..];
}
