using GenAuth.Text;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>The checks of a token's claims. Each throws a <see cref="GenAuthTokenException"/> with its own reason.</summary>
/// <param name="operation">The operation, for messages.</param>
/// <param name="token">The claims.</param>
internal readonly struct TokenRules(string operation, ValidatedToken token)
{
    public void CheckIssuer(string expected)
    {
        var actual = Require("iss");
        if (actual != expected)
        {
            throw Refuse(TokenProblem.WrongIssuer,
                $"its issuer is \"{TextSanitizer.ToSingleLine(actual)}\", but \"{TextSanitizer.ToSingleLine(expected)}\" is expected. Set AppHost or Issuer in the client's options to the application's own.");
        }
    }

    public void CheckAudience(string expected)
    {
        if (!token.Audiences.Contains(expected))
        {
            throw Refuse(TokenProblem.WrongAudience, "it was issued for another recipient. Compare AppId, or the expected audience, with the application that requested it.");
        }
    }

    /// <summary>The application that the token was issued to. An ID token has to state it if it has several recipients.</summary>
    public void CheckAuthorizedParty(string expected, bool isIdToken)
    {
        if (token.Find("azp") is null ? isIdToken && token.Audiences.Count > 1 : token.AuthorizedParty != expected)
        {
            throw Refuse(TokenProblem.WrongAuthorizedParty, "it was issued to another application.");
        }
    }

    /// <summary>The recipient of a token that was sent to an API: the application, or an access account, whose token states the application too.</summary>
    public void CheckRecipient(string appId, ICollection<string> accessAccounts)
    {
        var audiences = token.Audiences;
        if (audiences.Contains(appId))
        {
            CheckAuthorizedParty(appId, isIdToken: false);
        }
        else if (!audiences.Any(accessAccounts.Contains))
        {
            throw Refuse(TokenProblem.WrongAudience, "it was issued for another recipient. Compare AppId with the application that requested it; the ID of an access account belongs into AccessAccounts.");
        }
        else if (token.AuthorizedParty != appId)
        {
            throw Refuse(TokenProblem.WrongAuthorizedParty, "it was issued to an access account for another application, or for none.");
        }
    }

    public void CheckLifetime(DateTimeOffset now, TimeSpan skew)
    {
        if (token.GetInstant("exp") is not { } end)
        {
            throw Refuse(TokenProblem.MissingClaim, "it has no exp claim with a number.");
        }

        if (now >= end + skew)
        {
            throw Refuse(TokenProblem.Expired, FormattableString.Invariant($"it expired at {end:u}. Refresh the tokens, or start a new sign-in; if it is new, check the clock of this machine."));
        }

        // The time of issue is not checked: the service's clock may be ahead.
        if (token.Find("nbf") is not null && !(token.GetInstant("nbf") <= now + skew))
        {
            throw Refuse(TokenProblem.NotYetValid, "its lifetime has not begun. Check the clock of this machine.");
        }
    }

    public void CheckNonce(string? expected)
    {
        if (expected is not null && !SecretText.AreEqual(token.GetString("nonce"), expected))
        {
            throw Refuse(TokenProblem.WrongNonce, "it does not belong to this sign-in. Start a new one.");
        }
    }

    /// <summary><c>at_hash</c> is the first half of the access token's hash. Not every provider sends it.</summary>
    public void CheckAccessToken(string? accessToken)
    {
        if (accessToken is null || token.Find("at_hash") is null)
        {
            return;
        }

        var hash = Base64UrlEncoder.Encode(TextHash.Compute(accessToken).Take(16).ToArray());
        if (!SecretText.AreEqual(token.GetString("at_hash"), hash))
        {
            throw Refuse(TokenProblem.WrongAccessToken, "it was not issued together with the access token.");
        }
    }

    public void CheckSubject(string? expected)
    {
        var actual = Require("sub");
        if (expected is not null && actual != expected)
        {
            throw Refuse(TokenProblem.WrongSubject, "it is about another user.");
        }
    }

    public void CheckSignInTime(TimeSpan? maxAge, DateTimeOffset now, TimeSpan skew)
    {
        if (maxAge is { } limit && !(token.GetInstant("auth_time") >= now - limit - skew))
        {
            throw Refuse(TokenProblem.SignInTooOld, "it has no auth_time, or the user signed in longer ago than MaxAge allows. Set ForceSignIn, so that the user has to sign in again.");
        }
    }

    public GenAuthTokenException Refuse(TokenProblem problem, string explanation) => new(operation, problem, explanation);

    private string Require(string claim) => token.GetString(claim) is { Length: > 0 } value ? value : throw Refuse(TokenProblem.MissingClaim, $"it has no {claim} claim with a text.");
}
