using Microsoft.AspNetCore.Authentication.Cookies;

namespace GenAuth.AspNetCore;

/// <summary>The names and addresses of the application that is registered without a name.</summary>
public static class GenAuthWebAppDefaults
{
    /// <summary>The scheme that sends a browser to the sign-in page, and the name of the application's options.</summary>
    public const string AuthenticationScheme = "GenAuth";

    /// <summary>The scheme of the session cookie.</summary>
    public const string CookieScheme = CookieAuthenticationDefaults.AuthenticationScheme;

    /// <summary>The path of the sign-in callback. A named application has its name as a further segment: <c>/signin-oidc/{name}</c>.</summary>
    public const string CallbackPath = "/signin-oidc";

    /// <summary>The path to which the service returns after a sign-out. A named application has its name as a further segment.</summary>
    public const string SignedOutCallbackPath = "/signout-callback-oidc";

    /// <summary>The scheme of the session cookie of an application.</summary>
    /// <param name="scheme">The application's scheme: its name, or <see cref="AuthenticationScheme"/>.</param>
    /// <returns><see cref="CookieScheme"/>, or for a named application its name with <c>.Cookies</c> at the end.</returns>
    public static string GetCookieScheme(string scheme)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        return scheme == AuthenticationScheme ? CookieScheme : scheme + "." + CookieScheme;
    }

    internal static string GetPath(string path, string scheme) => scheme == AuthenticationScheme ? path : $"{path}/{Uri.EscapeDataString(scheme)}";
}
