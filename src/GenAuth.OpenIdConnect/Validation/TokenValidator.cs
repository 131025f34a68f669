using GenAuth.OpenIdConnect.Client;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>Validates ID and access tokens: first the signature, then the claims in a fixed order.</summary>
internal sealed class TokenValidator(OpenIdConnectSettings settings, ProviderKeys keys)
{
    /// <summary>The <c>typ</c> of access tokens (RFC 9068). The service itself writes <c>JWT</c> for both kinds.</summary>
    private const string AccessTokenType = "at+jwt";

    private readonly TokenSignature _signature = new(settings, keys);

    /// <summary>Loads what a validation needs, so that a code is not exchanged for tokens that cannot be validated.</summary>
    /// <exception cref="InvalidOperationException">The client has no secret for HS256.</exception>
    /// <exception cref="GenAuthException">The keys or the secret could not be loaded.</exception>
    public Task PrepareAsync(string operation, CancellationToken cancellationToken) => settings.SigningAlgorithm == TokenSigningAlgorithm.HS256
        ? settings.GetHmacKeyAsync(operation, cancellationToken)
        : keys.PrepareAsync(cancellationToken);

    /// <exception cref="GenAuthTokenException">The token is refused.</exception>
    public async Task<ValidatedToken> ValidateIdTokenAsync(string operation, string token, IdTokenExpectations expected, CancellationToken cancellationToken)
    {
        var signed = await _signature.VerifyAsync(operation, token, cancellationToken).ConfigureAwait(false);
        var validated = new ValidatedToken(signed.Claims);
        var rules = new TokenRules(operation, validated);
        if (IsAccessToken(signed.Type, validated))
        {
            throw rules.Refuse(TokenProblem.WrongTokenType, "it is an access token. Pass the ID token.");
        }

        rules.CheckIssuer(settings.Issuer);
        rules.CheckAudience(settings.AppId);
        rules.CheckAuthorizedParty(settings.AppId, isIdToken: true);
        rules.CheckLifetime(settings.Now, settings.ClockSkew);
        rules.CheckNonce(expected.Nonce);
        rules.CheckAccessToken(expected.AccessToken);
        rules.CheckSubject(expected.Subject);
        rules.CheckSignInTime(expected.MaxAge, settings.Now, settings.ClockSkew);
        return validated;
    }

    /// <exception cref="GenAuthTokenException">The token is refused.</exception>
    public async Task<ValidatedToken> ValidateAccessTokenAsync(string operation, string token, string? audience, CancellationToken cancellationToken)
    {
        var signed = await _signature.VerifyAsync(operation, token, cancellationToken).ConfigureAwait(false);
        var validated = new ValidatedToken(signed.Claims);
        var rules = new TokenRules(operation, validated);
        RequireAccessToken(rules, signed, validated);
        rules.CheckIssuer(settings.Issuer);
        rules.CheckAudience(audience ?? settings.AppId);
        rules.CheckAuthorizedParty(settings.AppId, isIdToken: false);
        rules.CheckLifetime(settings.Now, settings.ClockSkew);
        return validated;
    }

    /// <summary>Validates an access token that was sent to an API: of a user, or of one of the access accounts.</summary>
    /// <exception cref="GenAuthTokenException">The token is refused.</exception>
    /// <exception cref="GenAuthException">The keys or the secret could not be loaded.</exception>
    public async Task<(SignedToken Signed, ValidatedToken Claims)> ValidateApiTokenAsync(
        string operation, string token, ICollection<string> accessAccounts, CancellationToken cancellationToken)
    {
        var signed = await _signature.VerifyAsync(operation, token, cancellationToken).ConfigureAwait(false);
        var validated = new ValidatedToken(signed.Claims);
        var rules = new TokenRules(operation, validated);
        RequireAccessToken(rules, signed, validated);
        rules.CheckIssuer(settings.Issuer);
        rules.CheckRecipient(settings.AppId, accessAccounts);
        rules.CheckLifetime(settings.Now, settings.ClockSkew);
        return (signed, validated);
    }

    private static void RequireAccessToken(TokenRules rules, SignedToken signed, ValidatedToken validated)
    {
        if (!IsAccessToken(signed.Type, validated))
        {
            throw rules.Refuse(TokenProblem.WrongTokenType, "it is not an access token. Pass the access token, not the ID token.");
        }
    }

    /// <summary>
    /// Both kinds have the same issuer and audience, but an ID token is not meant for APIs, and an access token proves no sign-in. Where
    /// the type does not tell, the claims do: <c>scope</c> is in access tokens, <c>nonce</c> and <c>at_hash</c> in ID tokens.
    /// </summary>
    private static bool IsAccessToken(string? type, ValidatedToken token) =>
        string.Equals(type, AccessTokenType, StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "application/" + AccessTokenType, StringComparison.OrdinalIgnoreCase)
        || (token.Find("scope") is not null && token.Find("nonce") is null && token.Find("at_hash") is null);
}

/// <summary>What an ID token has to belong to. What is <see langword="null"/> is not checked.</summary>
/// <param name="Nonce">The nonce of the authorization request.</param>
/// <param name="AccessToken">The access token beside it.</param>
/// <param name="Subject">The user of an earlier token.</param>
/// <param name="MaxAge">How long ago the user may have signed in.</param>
internal readonly record struct IdTokenExpectations(string? Nonce = null, string? AccessToken = null, string? Subject = null, TimeSpan? MaxAge = null);
