using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Provider.Grants;

/// <summary>Exchanges an authorization code for tokens.</summary>
internal sealed class CodeGrant(TenantSettings settings, TenantStore store, TokenService tokens)
{
    /// <exception cref="OAuthErrorException">The code is not valid for this request.</exception>
    public JsonObject Handle(RequestParameters form, ProtocolFlavor protocol)
    {
        var value = form.Require("code");
        if (store.Grants.FindCode(value) is not { } code || code.Grant.Protocol != protocol.Prefix)
        {
            store.Grants.RevokeIfUsed(value);
            throw OAuthErrorException.InvalidGrant("The code is unknown or was already used.");
        }

        var problem =
            settings.TimeProvider.GetUtcNow() >= code.ExpiresAt ? "The code has expired."
            : form["redirect_uri"] != code.RedirectUri ? "redirect_uri is not the one of the authorization request."
            : GetVerifierProblem(form["code_verifier"], code);
        if (problem is not null)
        {
            throw OAuthErrorException.InvalidGrant(problem);
        }

        // The last check, because a request that fails for another reason must not use the code.
        return store.Grants.TryUse(code) && !code.Grant.IsRevoked && tokens.IsUserActive(code.Grant)
            ? tokens.CreateTokens(code.Grant, code.Grant.Scopes, code.Nonce)
            : throw OAuthErrorException.InvalidGrant("The code was already used, or its user can no longer sign in.");
    }

    private static string? GetVerifierProblem(string? verifier, AuthorizationCode code)
    {
        if (code.Challenge is null)
        {
            return verifier is null ? null : "code_verifier is not expected, because the authorization request had no code_challenge.";
        }

        var challenge = code.ChallengeMethod == "plain" ? verifier
            : WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.UTF8.GetBytes(verifier ?? string.Empty)));
        return verifier is null ? "code_verifier is missing."
            : Secrets.AreEqual(challenge, code.Challenge) ? null
            : "code_verifier does not match the code_challenge of the authorization request.";
    }
}
