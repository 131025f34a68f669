using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary><c>POST /api/v3/get-management-token</c>, and the tokens that it has issued.</summary>
internal sealed class ManagementTokenIssuer(TenantSettings settings, SigningKey key)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);

    public TenantAnswer Answer(GenAuthTenantRequest request)
    {
        if (!JsonBody.TryReadObject(request, out var body, out var problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        return Secret.IsSame(body["accessKeyId"] as string, settings.AccessKeyId) && Secret.IsSame(body["accessKeySecret"] as string, settings.AccessKeySecret)
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
}
