using GenAuth.OpenIdConnect.Validation;
using GenAuth.Text;

namespace GenAuth.OpenIdConnect;

public sealed partial class OpenIdConnectClient
{
    /// <inheritdoc/>
    public Task<TokenResponse> GetClientCredentialsTokenAsync(string scope, AccessKey? account = null, CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(scope, nameof(scope), "Pass the scopes of the token, for example book:read.");
        return Current.Tokens.GetMachineTokenAsync(scope, account, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<TokenIntrospection> IntrospectTokenAsync(string token, TokenKind? kind = null, bool strict = false, CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(token, nameof(token), "Pass the token to introspect.");
        return strict && Current.Settings.Edition != Edition.Authing
            ? throw new ArgumentException("strict exists in the Authing edition only. Set Edition in the client's options, or leave strict out.", nameof(strict))
            : Current.Queries.IntrospectAsync(token, kind, strict, cancellationToken);
    }

    /// <inheritdoc/>
    public Task RevokeTokenAsync(string token, TokenKind? kind = null, CancellationToken cancellationToken = default)
    {
        Throw.IfBlank(token, nameof(token), "Pass the token to revoke.");
        return Current.Queries.RevokeAsync(token, kind, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<UserInfo> GetUserInfoAsync(string accessToken, string? expectedSubject, CancellationToken cancellationToken = default)
    {
        const string Operation = "getUserInfo";
        CheckToken(accessToken, nameof(accessToken));
        var user = await Current.Queries.GetUserInfoAsync(Operation, accessToken, cancellationToken).ConfigureAwait(false);
        return expectedSubject is null || user.Subject == expectedSubject
            ? user
            : throw new GenAuthTokenException(Operation, TokenProblem.WrongSubject, "the information is about another user than the ID token.");
    }

    /// <inheritdoc/>
    public Task<ValidatedToken> ValidateIdTokenAsync(string idToken, string? expectedNonce = null, string? accessToken = null, CancellationToken cancellationToken = default)
    {
        Throw.IfNull(idToken, nameof(idToken));
        return Current.Validator.ValidateIdTokenAsync("validateIdToken", idToken, new IdTokenExpectations(expectedNonce, accessToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ValidatedToken> ValidateAccessTokenAsync(string accessToken, string? audience = null, CancellationToken cancellationToken = default)
    {
        Throw.IfNull(accessToken, nameof(accessToken));
        return Current.Validator.ValidateAccessTokenAsync("validateAccessToken", accessToken, audience, cancellationToken);
    }

    private static void CheckToken(string token, string parameterName)
    {
        Throw.IfNull(token, parameterName);
        if (HeaderValidator.GetTokenProblem(token, parameterName) is { } problem)
        {
            throw new ArgumentException(problem, parameterName);
        }
    }
}
