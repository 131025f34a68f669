using System.Net.Http.Headers;
using GenAuth.OpenIdConnect.Client;
using GenAuth.OpenIdConnect.Transport;
using GenAuth.Pipeline;

namespace GenAuth.OpenIdConnect.Tokens;

/// <summary>
/// The endpoint that exchanges a grant for tokens. It is never called twice for one grant: a code and a rotated refresh token are
/// valid once, and the service may revoke all tokens of a grant that it sees twice.
/// </summary>
internal sealed class TokenEndpoint(OpenIdConnectSettings settings, ProtocolCalls calls)
{
    /// <summary>Exchanges a code.</summary>
    public async Task<TokenResponse> ExchangeCodeAsync(string code, string redirectUri, string codeVerifier, CancellationToken cancellationToken)
    {
        const string Operation = "exchangeCode";
        var form = new FormFields()
            .Add("grant_type", "authorization_code")
            .AddSecret("code", code)
            .Add("redirect_uri", redirectUri)
            .AddSecret("code_verifier", codeVerifier);
        return await SendAsync(Operation, form, await AuthenticateAsync(form, Operation, cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refreshes tokens.</summary>
    public async Task<TokenResponse> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        const string Operation = "refreshTokens";
        var form = new FormFields().Add("grant_type", "refresh_token").AddSecret("refresh_token", refreshToken);
        return await SendAsync(Operation, form, await AuthenticateAsync(form, Operation, cancellationToken).ConfigureAwait(false), refreshToken, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets a token for a program. The service expects the credentials of an access account in the form, whatever the application's method is.</summary>
    public async Task<TokenResponse> GetMachineTokenAsync(string scope, AccessKey? account, CancellationToken cancellationToken)
    {
        const string Operation = "getClientCredentialsToken";
        var form = new FormFields().Add("grant_type", "client_credentials").Add("scope", scope);
        if (account is null)
        {
            return await SendAsync(Operation, form, await AuthenticateAsync(form, Operation, cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);
        }

        form.Add("client_id", account.Id).AddSecret("client_secret", account.Secret);
        return await SendAsync(Operation, form, null, null, cancellationToken).ConfigureAwait(false);
    }

    private Task<AuthenticationHeaderValue?> AuthenticateAsync(FormFields form, string operation, CancellationToken cancellationToken) =>
        ClientAuthentication.AddToAsync(form, settings, settings.TokenAuthMethod, operation, cancellationToken);

    private Task<TokenResponse> SendAsync(string operation, FormFields form, AuthenticationHeaderValue? authorization, string? usedRefreshToken, CancellationToken cancellationToken) =>
        calls.PostAsync<TokenResponse>(
            operation,
            settings.GetPath("token"),
            form,
            RetrySafety.Never,
            (name, response) => Read(name, response, form.Secrets, usedRefreshToken),
            authorization,
            cancellationToken);

    private TokenResponse Read(string operation, ApiResponse response, IReadOnlyList<string> secrets, string? usedRefreshToken)
    {
        var body = ProtocolResponse.ReadObject(operation, response, "access_token", secrets);
        return body.GetNonEmptyText("access_token") is null
            ? throw response.CreateException(operation, GenAuthResponseProblem.WrongType, "its access_token is not a text.")
            : TokenResponse.From(body, settings.Now, usedRefreshToken);
    }
}
