namespace GenAuth.OpenIdConnect;

/// <summary>The tokens of a sign-in or a refresh, and the claims of the ID token.</summary>
public sealed class SignInResult
{
    /// <summary>Creates a result, for tests of an application.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="idToken">The validated ID token.</param>
    public SignInResult(TokenResponse tokens, ValidatedToken? idToken)
    {
        Throw.IfNull(tokens, nameof(tokens));
        (Tokens, IdToken) = (tokens, idToken);
    }

    /// <summary>The tokens.</summary>
    public TokenResponse Tokens { get; }

    /// <summary>The validated ID token; <see langword="null"/> for OAuth 2.0, and after a refresh that returned none.</summary>
    public ValidatedToken? IdToken { get; }

    /// <summary>The type's name only: the tokens are secret.</summary>
    public override string ToString() => nameof(SignInResult);
}
