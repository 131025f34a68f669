using System.Text;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.Api;

/// <summary>The <c>WWW-Authenticate</c> header of RFC 6750. Its texts are fixed: nothing of the token is repeated.</summary>
internal static class BearerChallenge
{
    /// <summary>Why a token is refused, for the developer of the client.</summary>
    public static string? Describe(Exception failure) => failure is not GenAuthTokenException { Problem: var problem } ? null : problem switch
    {
        TokenProblem.Malformed => "The access token is not a JSON Web Token.",
        TokenProblem.Encrypted => "The access token is encrypted, which is not supported.",
        TokenProblem.UnsupportedHeader => "The access token demands an extension that is not supported.",
        TokenProblem.WrongAlgorithm => "The access token is signed with another algorithm than that of the application.",
        TokenProblem.UnknownKey => "The access token is signed with an unknown key.",
        TokenProblem.InvalidSignature => "The signature of the access token is invalid.",
        TokenProblem.WrongTokenType => "The token is not an access token.",
        TokenProblem.MissingClaim => "The access token lacks a claim.",
        TokenProblem.WrongIssuer => "The access token was issued by another issuer.",
        TokenProblem.WrongAudience => "The access token was issued for another recipient.",
        TokenProblem.WrongAuthorizedParty => "The access token was issued to another application.",
        TokenProblem.Expired => "The access token has expired.",
        TokenProblem.NotYetValid => "The access token is not valid yet.",
        TokenProblem.NotActive => "The access token is no longer active.",
        _ => "The access token is invalid.",
    };

    /// <param name="scheme">The scheme with the application's own parameters, for example <c>Bearer realm="orders"</c>.</param>
    /// <param name="error">The code of the error, or <see langword="null"/>.</param>
    /// <param name="description">Its text, or <see langword="null"/>.</param>
    /// <param name="uri">The address of a page about it, or <see langword="null"/>.</param>
    /// <param name="scope">The scopes that the resource requires, or <see langword="null"/>.</param>
    public static string Format(string scheme, string? error, string? description, string? uri, string? scope = null)
    {
        var header = new StringBuilder(scheme);
        var separator = scheme.Contains(' ') ? ", " : " ";
        foreach (var (name, value) in new[] { ("error", error), ("error_description", description), ("error_uri", uri), ("scope", scope) })
        {
            if (!string.IsNullOrEmpty(value))
            {
                header.Append(separator).Append(name).Append("=\"").Append(value).Append('"');
                separator = ", ";
            }
        }

        return header.ToString();
    }
}
