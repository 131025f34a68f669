using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Api.Support;

/// <summary>APIs for a tenant, or for a provider of test tokens.</summary>
internal static class ApiSetup
{
    /// <summary>An API that accepts the tokens of a tenant.</summary>
    public static Task<ApiApp> StartApiAsync(this GenAuthTenant tenant, GenAuthTenantSigningAlgorithm algorithm, Action<GenAuthApiOptions>? configure = null, TimeProvider? clock = null) =>
        ApiApp.StartAsync(services =>
        {
            if (clock is not null)
            {
                services.AddSingleton(clock);
            }

            services.AddGenAuthApi(options =>
            {
                options.AppHost = tenant.AppHost;
                options.AppId = tenant.AppId;
                options.AppSecret = tenant.AppSecret;
                options.SigningAlgorithm = algorithm == GenAuthTenantSigningAlgorithm.RS256 ? TokenSigningAlgorithm.RS256 : TokenSigningAlgorithm.HS256;
                options.Retry.MaxRetries = 0;
                configure?.Invoke(options);
            });
        });

    /// <summary>An API that accepts test tokens, at their time.</summary>
    public static Task<ApiApp> StartApiAsync(this StubService service, TokenSigningAlgorithm algorithm, Action<GenAuthApiOptions>? configure = null, TimeProvider? clock = null, Action<IServiceCollection>? also = null) =>
        ApiApp.StartAsync(services =>
        {
            services.AddSingleton(clock ?? new FakeTimeProvider(TestTokens.Now));
            services.AddGenAuthApi(options =>
            {
                options.AppHost = service.Host;
                options.AppId = TestTokens.AppId;
                options.AppSecret = TestTokens.Secret;
                options.SigningAlgorithm = algorithm;
                options.Retry.MaxRetries = 0;
                configure?.Invoke(options);
            });
            also?.Invoke(services);
        });
}
