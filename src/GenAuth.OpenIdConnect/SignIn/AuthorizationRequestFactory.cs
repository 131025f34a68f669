using System.Globalization;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Validation;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.SignIn;

/// <summary>Creates the request that starts a sign-in: the authorization code flow with PKCE.</summary>
internal static class AuthorizationRequestFactory
{
    private static readonly HashSet<string> OwnParameters = new(StringComparer.OrdinalIgnoreCase)
    {
        "client_id", "response_type", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "prompt", "max_age",
        "response_mode", "tenant_id", "ext_idp_conn_id", "login_page_context", "request", "request_uri",
    };

    /// <exception cref="ArgumentException">A value is missing or invalid; the message names it and the remedy.</exception>
    public static AuthorizationRequest Create(OpenIdConnectSettings settings, AuthorizationRequestOptions options)
    {
        Throw.IfNull(options, nameof(options));
        CheckRedirectUri(options.RedirectUri);
        var scopes = ScopeList.Split(options.Scope ?? (settings.IsOpenIdConnect ? "openid profile" : "user"));
        if (settings.IsOpenIdConnect && !scopes.Contains("openid"))
        {
            throw new ArgumentException("Scope has no openid, which OpenID Connect requires. Add it, or set Protocol to OAuth2 in the client's options.", nameof(options));
        }

        if (options.MaxAge < TimeSpan.Zero)
        {
            throw new ArgumentException("MaxAge is negative. Use ForceSignIn to make the user sign in again.", nameof(options));
        }

        var (state, nonce, verifier) = (RandomText.Create(), settings.IsOpenIdConnect ? RandomText.Create() : null, RandomText.Create());
        var query = new QueryString();
        query.Add("client_id", settings.AppId);
        query.Add("response_type", "code");
        query.Add("redirect_uri", options.RedirectUri);
        query.Add("scope", string.Join(" ", scopes));
        query.Add("state", state);
        query.Add("nonce", nonce);
        query.Add("code_challenge", RandomText.GetChallenge(verifier));
        query.Add("code_challenge_method", "S256");
        query.Add("prompt", PromptRules.GetPrompt(options, scopes));
        query.Add("max_age", options.MaxAge is { } age ? ((long)age.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        query.Add("response_mode", options.ResponseMode == AuthorizationResponseMode.FormPost ? "form_post" : null);
        query.Add("tenant_id", options.TenantId ?? settings.TenantId);
        query.Add("ext_idp_conn_id", options.ExternalIdentityConnectionId);
        query.Add("login_page_context", options.LoginPageContext);
        foreach (var parameter in options.AdditionalParameters)
        {
            query.Add(OwnParameters.Contains(parameter.Key)
                ? throw new ArgumentException($"AdditionalParameters has {parameter.Key}, which the client sets itself. Use the property for it, or leave it out.", nameof(options))
                : parameter.Key, parameter.Value);
        }

        var uri = new Uri(query.FormatAddress(settings.Transport.Origin, settings.GetPath("auth")));
        return new(uri, settings.AppId, options.RedirectUri, state, nonce, verifier, options.MaxAge);
    }

    private static void CheckRedirectUri(string? redirectUri)
    {
        if (!Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) || uri.Scheme == "javascript" || uri.Scheme == Uri.UriSchemeFile || redirectUri!.Contains('#'))
        {
            throw new ArgumentException("RedirectUri is not an absolute address without a fragment. Copy it from the application's settings in the console.", nameof(redirectUri));
        }
    }
}
