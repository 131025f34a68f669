using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service.Management;

/// <summary><c>POST /api/v3/get-management-token</c>, and the issued tokens.</summary>
internal sealed class ManagementTokenIssuer(TenantSettings settings, TenantAccessKey accessKey, TokenKeys keys)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _issued = new(StringComparer.Ordinal);

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        if (!JsonBody.TryReadObject(request, out var body, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        return Secrets.AreEqual(body["accessKeyId"] as string, accessKey.Id) && Secrets.AreEqual(body["accessKeySecret"] as string, accessKey.Secret)
            ? TenantResponse.Success(Issue())
            : TenantResponse.Error(401, "accessKeyId or accessKeySecret is missing or wrong.");
    }

    public bool IsValid(string token) => _issued.TryGetValue(token, out var expiry) && settings.TimeProvider.GetUtcNow() < expiry;

    public void Reset() => _issued.Clear();

    private JsonObject Issue()
    {
        var expiry = settings.TimeProvider.GetUtcNow().AddSeconds(settings.AccessTokenLifetimeSeconds);
        var claims = new JsonObject { ["scoped_userpool_id"] = settings.UserPoolId, ["jti"] = Secrets.CreateHex(32), ["exp"] = expiry.ToUnixTimeSeconds() };
        var token = JsonWebToken.Sign(keys.Current, claims);
        _issued[token] = expiry;
        return new JsonObject { ["access_token"] = token, ["expires_in"] = settings.AccessTokenLifetimeSeconds };
    }
}
