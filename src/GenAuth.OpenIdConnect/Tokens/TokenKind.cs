namespace GenAuth.OpenIdConnect;

/// <summary>A kind of token that can be introspected and revoked. An ID token is neither.</summary>
public enum TokenKind
{
    /// <summary>An access token.</summary>
    AccessToken,

    /// <summary>A refresh token. Revoking it ends the access that it gives, so revoke it rather than an access token.</summary>
    RefreshToken,
}
