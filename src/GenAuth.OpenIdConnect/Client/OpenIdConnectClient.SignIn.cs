using GenAuth.OpenIdConnect.SignIn;
using GenAuth.OpenIdConnect.Validation;

namespace GenAuth.OpenIdConnect;

public sealed partial class OpenIdConnectClient
{
    /// <inheritdoc/>
    public AuthorizationRequest CreateAuthorizationRequest(AuthorizationRequestOptions options) => AuthorizationRequestFactory.Create(Current.Settings, options);

    /// <inheritdoc/>
    public async Task<SignInResult> CompleteSignInAsync(AuthorizationRequest request, AuthorizationCallback callback, CancellationToken cancellationToken = default)
    {
        const string Operation = "completeSignIn";
        Throw.IfNull(request, nameof(request));
        Throw.IfNull(callback, nameof(callback));
        var parts = Current;
        var code = CallbackCheck.GetCode(Operation, parts.Settings, request, callback);
        if (!parts.Settings.IsOpenIdConnect)
        {
            return new(await parts.Tokens.ExchangeCodeAsync(code, request.RedirectUri, request.CodeVerifier, cancellationToken).ConfigureAwait(false), null);
        }

        if (request.Nonce is not { Length: > 0 })
        {
            throw new ArgumentException("The sign-in has no nonce, so it was started for OAuth 2.0 or not kept whole. Keep the whole AuthorizationRequest.", nameof(request));
        }

        var tokens = await parts.ExchangeCodeAsync(Operation, code, request.RedirectUri, request.CodeVerifier, cancellationToken).ConfigureAwait(false);
        var expected = new IdTokenExpectations(request.Nonce, tokens.AccessToken, MaxAge: request.MaxAge);
        return new(tokens, await parts.Validator.ValidateIdTokenAsync(Operation, tokens.IdToken!, expected, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Exchanges the code of a callback that the caller has checked. The caller validates the ID token.</summary>
    internal Task<TokenResponse> ExchangeCodeAsync(string code, string redirectUri, string codeVerifier, CancellationToken cancellationToken) =>
        Current.ExchangeCodeAsync("completeSignIn", code, redirectUri, codeVerifier, cancellationToken);

    /// <inheritdoc/>
    public async Task<SignInResult> RefreshAsync(string refreshToken, string? expectedSubject = null, CancellationToken cancellationToken = default)
    {
        const string Operation = "refreshTokens";
        Throw.IfBlank(refreshToken, nameof(refreshToken), "A sign-in returns one only for the scope offline_access.");
        var parts = Current;
        if (parts.Settings.IsOpenIdConnect)
        {
            await parts.Validator.PrepareAsync(Operation, cancellationToken).ConfigureAwait(false);
        }

        var tokens = await parts.Tokens.RefreshAsync(refreshToken, cancellationToken).ConfigureAwait(false);
        var idToken = tokens.IdToken is { } token && parts.Settings.IsOpenIdConnect
            ? await parts.Validator.ValidateIdTokenAsync(Operation, token, new(AccessToken: tokens.AccessToken, Subject: expectedSubject), cancellationToken).ConfigureAwait(false)
            : null;
        return new(tokens, idToken);
    }

    /// <inheritdoc/>
    public Uri CreateSignOutUri(string? idToken = null, string? redirectUri = null, string? state = null) => SignOutUri.Create(Current.Settings, idToken, redirectUri, state);

    /// <inheritdoc/>
    public Uri CreateSamlSignInUri() => new($"{Transport.Origin}/api/v2/saml-idp/{Uri.EscapeDataString(Current.Settings.AppId)}");
}
