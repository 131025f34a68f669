using GenAuth.OpenIdConnect.Client;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.SignIn;

/// <summary>The address at which a browser ends its session with the service.</summary>
internal static class SignOutUri
{
    /// <exception cref="ArgumentException">The ID token is missing.</exception>
    public static Uri Create(OpenIdConnectSettings settings, string? idToken, string? redirectUri, string? state)
    {
        var query = new QueryString();
        if (!settings.IsOpenIdConnect)
        {
            query.Add("redirect_uri", redirectUri);
            return Format(settings, "/login/profile/logout", query);
        }

        if (redirectUri is not null && string.IsNullOrEmpty(idToken))
        {
            throw new ArgumentException("idToken is empty, but the service redirects only with the ID token of the user. Pass it, or leave redirectUri null.", nameof(idToken));
        }

        query.Add("id_token_hint", idToken);
        query.Add("post_logout_redirect_uri", redirectUri);
        query.Add("state", state);
        return Format(settings, settings.GetPath("session/end"), query);
    }

    private static Uri Format(OpenIdConnectSettings settings, string path, QueryString query) => new(query.FormatAddress(settings.Transport.Origin, path));
}
