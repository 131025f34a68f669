using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>The claims of a user, made from the ID token and the user information. A value that the service sends as <c>null</c> is no claim.</summary>
internal static class UserIdentity
{
    private const string ExtendedFields = "extended_fields";

    /// <summary>Claims about the token, not about the user.</summary>
    private static readonly HashSet<string> TokenClaims = new(StringComparer.Ordinal) { "iss", "aud", "azp", "exp", "nbf", "iat", "jti", "nonce", "at_hash", "c_hash" };

    /// <summary>Claims that can be the name of the user, the best first. Many users have no name.</summary>
    private static readonly string[] Names = ["name", "nickname", "preferred_username", "username"];

    /// <param name="idToken">The claims of the validated ID token.</param>
    /// <param name="userInfo">The user information, whose claims replace those of the ID token, or <see langword="null"/>.</param>
    /// <param name="scheme">The application's scheme.</param>
    public static ClaimsIdentity Create(ClaimSet idToken, UserInfo? userInfo, string scheme)
    {
        var all = (userInfo is null ? idToken : Merge(idToken, userInfo)).ToClaimsIdentity(scheme);
        var claims = all.Claims.Where(static claim => !TokenClaims.Contains(claim.Type)).SelectMany(Expand).ToList();
        var name = Names.FirstOrDefault(type => claims.Exists(claim => claim.Type == type)) ?? Names[0];
        return new ClaimsIdentity(claims, scheme, name, all.RoleClaimType);
    }

    private static UserInfo Merge(ClaimSet idToken, UserInfo userInfo)
    {
        var merged = JsonObject.Create(idToken.Json.Clone())!;
        foreach (var claim in JsonObject.Create(userInfo.Json.Clone())!.ToList())
        {
            merged[claim.Key] = claim.Value?.DeepClone();
        }

        return new UserInfo(JsonSerializer.SerializeToElement(merged));
    }

    /// <summary>Makes one claim of each extended field: <c>extended_fields.{field}</c>, for a list one of each item.</summary>
    private static IEnumerable<Claim> Expand(Claim claim)
    {
        if (claim.Type != ExtendedFields || claim.ValueType != "JSON")
        {
            return [claim];
        }

        using var fields = JsonDocument.Parse(claim.Value);
        return new UserInfo(fields.RootElement).ToClaimsIdentity(ExtendedFields).Claims
            .Select(field => new Claim($"{ExtendedFields}.{field.Type}", field.Value, field.ValueType, claim.Issuer)).ToList();
    }
}
