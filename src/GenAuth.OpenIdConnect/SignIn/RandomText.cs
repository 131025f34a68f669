using System.Security.Cryptography;
using GenAuth.OpenIdConnect.Validation;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.SignIn;

/// <summary>Unpredictable values, and their challenge.</summary>
internal static class RandomText
{
    /// <summary>256 random bits in 43 characters: also the shortest code verifier that RFC 7636 allows.</summary>
    public static string Create()
    {
        var bytes = new byte[32];
        using var generator = RandomNumberGenerator.Create();
        generator.GetBytes(bytes);
        return Base64UrlEncoder.Encode(bytes);
    }

    /// <summary>The code challenge of a verifier by the method S256 (RFC 7636, section 4.2).</summary>
    public static string GetChallenge(string codeVerifier) => Base64UrlEncoder.Encode(TextHash.Compute(codeVerifier));
}
