using Microsoft.Extensions.Time.Testing;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>A service with keys, and clients for it at the time of the test tokens.</summary>
internal static class Providers
{
    public const string DiscoveryPath = "/oidc/.well-known/openid-configuration";
    public const string KeysPath = "/oidc/.well-known/jwks.json";

    public static StubService WithKeys(this StubService service, Func<string>? keys = null) => service
        .On(DiscoveryPath, _ => new(TestTokens.Discovery(service.Host)))
        .On(KeysPath, _ => new(keys?.Invoke() ?? TestTokens.KeySet(TestTokens.PublicKey(TestTokens.Key))));

    public static OpenIdConnectClient CreateClient(this StubService service, TokenSigningAlgorithm algorithm, FakeTimeProvider? clock = null, Action<OpenIdConnectClientOptions>? configure = null) =>
        service.CreateClient(options =>
        {
            options.SigningAlgorithm = algorithm;
            options.TimeProvider = clock ?? new FakeTimeProvider(TestTokens.Now);
            configure?.Invoke(options);
        });
}
