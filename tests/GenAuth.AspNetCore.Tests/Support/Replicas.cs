using GenAuth.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>Two instances of one web app, which share a Redis server and the keys of data protection.</summary>
internal sealed class Replicas : IAsyncDisposable
{
    private readonly RedisServer _redis;

    private Replicas(RedisServer redis, WebAppHost first, WebAppHost second) => (_redis, First, Second) = (redis, first, second);

    public WebAppHost First { get; }

    public WebAppHost Second { get; }

    public static async Task<Replicas> StartAsync(GenAuthTenant tenant, TimeProvider clock, Action<GenAuthWebAppOptions>? configure = null)
    {
        var redis = RedisServer.Start();
        var keys = new EphemeralDataProtectionProvider();
        return new(redis, await StartOneAsync(), await StartOneAsync());

        Task<WebAppHost> StartOneAsync() => WebAppHost.StartAsync(
            tenant,
            options =>
            {
                // Longer than the default, because the machine that runs the tests may be busy.
                (options.TimeProvider, options.RenewalLockDelay) = (clock, TimeSpan.FromSeconds(2));
                configure?.Invoke(options);
            },
            builder =>
            {
                builder.Services.AddSingleton<IDataProtectionProvider>(keys);
                builder.Services.AddStackExchangeRedisCache(options => options.Configuration = redis.Configuration);
            });
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        _redis.Dispose();
    }
}
