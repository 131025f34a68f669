using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Authorization;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Endpoints;

/// <summary><c>GET /oidc/.well-known/openid-configuration</c>. As in the service, it lists what the server can do, not what the application is set to.</summary>
internal static class DiscoveryDocument
{
    private static readonly string[] Algorithms = ["HS256", "RS256"];
    private static readonly string[] EncryptionAlgorithms = ["A128KW", "A256KW", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A256KW", "RSA-OAEP"];
    private static readonly string[] Encryptions = ["A128CBC-HS256", "A128GCM", "A256CBC-HS512", "A256GCM"];
    private static readonly string[] Methods = ["client_secret_post", "client_secret_basic", "none"];

    private static readonly string[] Claims =
    [
        "sub", "username", "phone_number", "phone_number_verified", "email", "email_verified", "address", "birthdate", "family_name", "gender",
        "given_name", "locale", "middle_name", "name", "nickname", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo",
        "role", "roles", "unionid", "external_id", "extended_fields", "tenant_id", "userpool_id", "sid", "auth_time", "iss",
    ];

    public static string GetKeysPath(TenantSettings settings) =>
        // The keys belong to the application. The Authing edition has its ID in the path.
        (settings.Edition == Edition.Authing ? "/" + settings.AppId : string.Empty) + "/oidc/.well-known/jwks.json";

    public static JsonObject Create(string host, TenantSettings settings)
    {
        var issuer = host + ProtocolFlavor.OpenIdConnect.Prefix;
        return new()
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = issuer + "/auth",
            ["token_endpoint"] = issuer + "/token",
            ["userinfo_endpoint"] = issuer + "/me",
            ["jwks_uri"] = host + GetKeysPath(settings),
            ["end_session_endpoint"] = issuer + "/session/end",
            ["introspection_endpoint"] = issuer + "/token/introspection",
            ["revocation_endpoint"] = issuer + "/token/revocation",
            ["scopes_supported"] = List([.. UserClaims.Scopes, .. settings.CustomScopes]),
            ["response_types_supported"] = List(["none", "code", "token", "id_token token", "id_token", "code token", "code id_token token", "code id_token"]),
            ["response_modes_supported"] = List(AuthorizationResponse.Modes),
            ["grant_types_supported"] = List(["authorization_code", "refresh_token", "implicit", "password", "client_credentials"]),
            ["subject_types_supported"] = List(["public"]),
            ["id_token_signing_alg_values_supported"] = List(Algorithms),
            ["userinfo_signing_alg_values_supported"] = List(Algorithms),
            ["id_token_encryption_alg_values_supported"] = List(EncryptionAlgorithms),
            ["id_token_encryption_enc_values_supported"] = List(Encryptions),
            ["userinfo_encryption_alg_values_supported"] = List(EncryptionAlgorithms),
            ["userinfo_encryption_enc_values_supported"] = List(Encryptions),
            ["token_endpoint_auth_methods_supported"] = List(Methods),
            ["introspection_endpoint_auth_methods_supported"] = List(Methods),
            ["revocation_endpoint_auth_methods_supported"] = List(Methods),
            ["claim_types_supported"] = List(["normal"]),
            ["claims_supported"] = List(Claims),
            ["code_challenge_methods_supported"] = List(["plain", "S256"]),
        };
    }

    private static JsonArray List(IEnumerable<string> items) => new(items.Select(item => (JsonNode)item).ToArray());
}
