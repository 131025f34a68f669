using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Authorization;

/// <summary><c>GET</c> and <c>POST {prefix}/auth</c>, where an application sends the browser for a sign-in.</summary>
internal sealed class AuthorizationEndpoint(TenantSettings settings, TenantStore store, TokenService tokens, TokenKeys keys, SignInFlow flow, ProtocolFlavor protocol)
{
    public TenantResponse Handle(GenAuthTenantRequest request) => Handle(request, (parameters, target) =>
    {
        var authorization = AuthorizationRequest.Read(parameters, settings, protocol, target);
        var signIn = new AuthorizationSignIn(authorization, settings, store, tokens);
        return authorization.Prompt.Contains("none") ? CompleteSilently(request, authorization, signIn) : flow.Start(request, signIn);
    });

    /// <summary>Returns the browser to the application with an error that a test requested.</summary>
    public TenantResponse Fail(GenAuthTenantRequest request, string error, string? description) =>
        Handle(request, (_, target) => target.RespondError(error, description));

    private TenantResponse Handle(GenAuthTenantRequest request, Func<RequestParameters, AuthorizationTarget, TenantResponse> respond)
    {
        AuthorizationTarget? target = null;
        try
        {
            var parameters = RequestParameters.Read(request);
            target = AuthorizationTarget.Read(parameters, settings);
            return respond(parameters, target);
        }
        catch (OAuthErrorException exception)
        {
            return target is null ? Html.ErrorPage(exception.Error, exception.Message) : target.RespondError(exception.Error, exception.Message);
        }
    }

    /// <summary><c>prompt=none</c>: no page may appear.</summary>
    private TenantResponse CompleteSilently(GenAuthTenantRequest request, AuthorizationRequest authorization, AuthorizationSignIn signIn)
    {
        var session = flow.GetSession(request);
        var isHinted = authorization.IdTokenHint is not { } hint
            || (session is not null && (string?)JsonWebToken.ReadClaims(hint, settings, keys)?["sub"] == session.UserId);
        return session is null || !isHinted || signIn.RequiresPassword(session) ? signIn.Fail("login_required", "The user is not signed in, and prompt is none.")
            : signIn.GetScopesForConsent(session).Count > 0 ? signIn.Fail("consent_required", "The user has not consented to the scopes, and prompt is none.")
            : signIn.Complete(session);
    }
}
