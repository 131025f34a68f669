namespace GenAuth.OpenIdConnect;

/// <summary>Why a token is refused.</summary>
public enum TokenProblem
{
    /// <summary>The response has no ID token.</summary>
    Missing,

    /// <summary>The token is not a JSON Web Token.</summary>
    Malformed,

    /// <summary>The token is encrypted, which the client does not support.</summary>
    Encrypted,

    /// <summary>The header demands an extension (<c>crit</c>) that the client does not know.</summary>
    UnsupportedHeader,

    /// <summary>The token is signed with another algorithm than the client's options say, or not at all.</summary>
    WrongAlgorithm,

    /// <summary>The token is signed with a key that the service does not have, or names no key.</summary>
    UnknownKey,

    /// <summary>The signature does not belong to the token.</summary>
    InvalidSignature,

    /// <summary>The token is of another kind: an ID token in place of an access token, or the reverse.</summary>
    WrongTokenType,

    /// <summary>A claim that every token has is missing or has another type.</summary>
    MissingClaim,

    /// <summary>Another issuer issued the token.</summary>
    WrongIssuer,

    /// <summary>The token was issued for another recipient.</summary>
    WrongAudience,

    /// <summary>The token was issued to another application (<c>azp</c>).</summary>
    WrongAuthorizedParty,

    /// <summary>The lifetime of the token has ended.</summary>
    Expired,

    /// <summary>The lifetime of the token has not begun.</summary>
    NotYetValid,

    /// <summary>The token does not belong to this sign-in: its <c>nonce</c> is missing or another one.</summary>
    WrongNonce,

    /// <summary>The token does not belong to the access token beside it (<c>at_hash</c>).</summary>
    WrongAccessToken,

    /// <summary>The token or the user information is about another user.</summary>
    WrongSubject,

    /// <summary>The user signed in longer ago than the request allows (<c>auth_time</c>).</summary>
    SignInTooOld,

    /// <summary>The service says that the token is no longer active, for example because it was revoked. Only introspection finds it.</summary>
    NotActive,
}
