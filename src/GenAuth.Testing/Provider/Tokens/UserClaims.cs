using System.Text.Json.Nodes;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.Tokens;

/// <summary>What the scopes reveal of a user. As in the service, a value that the user does not have is a JSON null.</summary>
internal static class UserClaims
{
    public const string OpenId = "openid";
    public const string OfflineAccess = "offline_access";

    // The member of the API's user behind each claim.
    private static readonly Dictionary<string, (string Claim, string Member)[]> Members = new(StringComparer.Ordinal)
    {
        ["profile"] =
        [
            ("name", "name"), ("nickname", "nickname"), ("picture", "photo"), ("birthdate", "birthdate"), ("family_name", "familyName"),
            ("gender", "gender"), ("given_name", "givenName"), ("locale", "locale"), ("middle_name", "middleName"),
            ("preferred_username", "preferredUsername"), ("profile", "profile"), ("updated_at", "updatedAt"), ("website", "website"), ("zoneinfo", "zoneinfo"),
        ],
        ["email"] = [("email", "email"), ("email_verified", "emailVerified")],
        ["phone"] = [("phone_number", "phone"), ("phone_number_verified", "phoneVerified")],
        ["username"] = [("username", "username")],
        ["external_id"] = [("external_id", "externalId")],
        ["unionid"] = [("unionid", "userSourceId")],
        ["extended_fields"] = [("extended_fields", "customData")],
        ["tenant_id"] = [("tenant_id", "tenantId")],
    };

    private static readonly (string Claim, string Member)[] Address =
    [
        ("country", "country"), ("postal_code", "postalCode"), ("region", "region"), ("formatted", "formatted"),
        ("street_address", "streetAddress"), ("locality", "city"),
    ];

    /// <summary>The scopes that any application may ask for.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
    [
        OpenId, OfflineAccess, "username", "phone", "email", "address", "profile", "role", "roles", "unionid", "external_id", "extended_fields",
        "tenant_id", "userpool_id",
    ];

    public static void AddTo(JsonObject claims, StoredUser user, IEnumerable<string> scopes, TenantSettings settings)
    {
        var profile = TenantResponse.ToJson(user.Profile)!.AsObject();
        foreach (var scope in scopes)
        {
            foreach (var (claim, member) in Members.GetValueOrDefault(scope, []))
            {
                claims[claim] = profile[member]?.DeepClone();
            }

            switch (scope)
            {
                case "address":
                    claims["address"] = new JsonObject(Address.Select(part => KeyValuePair.Create(part.Claim, profile[part.Member]?.DeepClone())));
                    break;
                case "role":
                    claims["role"] = user.Roles.Count > 0 ? user.Roles[0] : null;
                    break;
                case "roles":
                    claims["roles"] = new JsonArray(user.Roles.Select(role => (JsonNode)role).ToArray());
                    break;
                case "userpool_id":
                    claims["userpool_id"] = settings.UserPoolId;
                    break;
            }
        }
    }
}
