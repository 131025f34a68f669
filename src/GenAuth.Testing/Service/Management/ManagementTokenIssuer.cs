using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.Testing.Service.Management;

/// <summary><c>POST /api/v3/get-management-token</c>, and the tokens that it has issued.</summary>
internal sealed class ManagementTokenIssuer(TenantSettings settings, SigningKey key)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);

    public TenantAnswer Answer(GenAuthTenantRequest request)
    {
        JsonNode? body;
        try
        {
            body = JsonNode.Parse(request.Body);
        }
        catch (JsonException)
        {
            return TenantAnswer.Refuse(400, "The body is not JSON.");
        }

        return Same(body?["accessKeyId"], settings.AccessKeyId) && Same(body?["accessKeySecret"], settings.AccessKeySecret)
            ? TenantAnswer.Success(Issue())
            : TenantAnswer.Refuse(401, "accessKeyId or accessKeySecret is missing or wrong.");
    }

    public bool IsGood(string token) => _issued.TryGetValue(token, out var expiry) && settings.TimeProvider.GetUtcNow() < expiry;

    public void Reset() => _issued.Clear();

    private JsonObject Issue()
    {
        var expiry = settings.TimeProvider.GetUtcNow().AddSeconds(settings.AccessTokenLifetimeSeconds);
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };
        var claims = new JsonObject { ["scoped_userpool_id"] = settings.UserPoolId, ["jti"] = RandomText.Hex(32), ["exp"] = expiry.ToUnixTimeSeconds() };
        var signed = Encode(header) + "." + Encode(claims);
        var token = signed + "." + WebEncoders.Base64UrlEncode(key.Sign(signed, HashAlgorithmName.SHA256));
        _issued[token] = expiry;
        return new JsonObject { ["access_token"] = token, ["expires_in"] = settings.AccessTokenLifetimeSeconds };
    }

    private static string Encode(JsonObject part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part));

    private static bool Same(JsonNode? given, string expected) =>
        given is JsonValue value && value.TryGetValue<string>(out var text)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(expected));
}
