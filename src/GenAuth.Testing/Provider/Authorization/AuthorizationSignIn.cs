using System.Globalization;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Authorization;

/// <summary>An authorization request whose user may have to sign in.</summary>
internal sealed class AuthorizationSignIn(AuthorizationRequest request, TenantSettings settings, TenantStore store, TokenService tokens) : ISignInRequest
{
    public string ReturnUri => request.Target.RedirectUri;

    public string? LoginHint => request.LoginHint;

    public bool AsksForAccount => request.Prompt.Contains("select_account");

    public bool RequiresPassword(Session? session) =>
        session is null || request.Prompt.Contains("login") || (request.MaxAge is { } age && settings.TimeProvider.GetUtcNow() - session.AuthenticatedAt > age);

    public IReadOnlyList<string> GetScopesForConsent(Session session) =>
        settings.SkipConsent || (!request.Prompt.Contains("consent") && store.Sessions.HasConsented(session.UserId, request.Scopes)) ? [] : request.Scopes;

    public TenantResponse Complete(Session session)
    {
        var grant = tokens.CreateGrant(request.Protocol, session.UserId, request.Scopes, session.AuthenticatedAt, request.MaxAge is not null);
        var response = new List<KeyValuePair<string, string>>();
        AuthorizationCode? code = null;
        if (request.ReturnsCode)
        {
            code = tokens.CreateCode(grant, ReturnUri) with { Nonce = request.Nonce, Challenge = request.Challenge, ChallengeMethod = request.ChallengeMethod };
            store.Grants.Add(code);
            response.Add(new("code", code.Value));
        }

        IssuedToken? access = null;
        if (request.ResponseTypes.Contains("token"))
        {
            access = tokens.CreateAccessToken(grant, request.Scopes, settings.AccessTokenLifetimeSeconds);
            response.AddRange(
            [
                new("access_token", access.Value), new("token_type", "Bearer"), new("scope", string.Join(' ', request.Scopes)),
                new("expires_in", settings.AccessTokenLifetimeSeconds.ToString(CultureInfo.InvariantCulture)),
            ]);
        }

        if (request.ResponseTypes.Contains("id_token"))
        {
            response.Add(new("id_token", tokens.CreateIdToken(grant, request.Scopes, request.Nonce, access?.Value, code?.Value)));
        }

        return request.Target.Respond(response);
    }

    public TenantResponse Fail(string error, string description) => request.Target.RespondError(error, description);
}
