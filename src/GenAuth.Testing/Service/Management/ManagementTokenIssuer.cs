using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

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
        var claims = new JsonObject { ["scoped_userpool_id"] = settings.UserPoolId, ["jti"] = RandomText.Hex(32), ["exp"] = expiry.ToUnixTimeSeconds() };
        var token = JsonWebToken.Sign(key, claims);
        _issued[token] = expiry;
        return new JsonObject { ["access_token"] = token, ["expires_in"] = settings.AccessTokenLifetimeSeconds };
    }

    private static bool Same(JsonNode? given, string expected) =>
        given is JsonValue value && value.TryGetValue<string>(out var text) && Secret.IsSame(text, expected);
}
