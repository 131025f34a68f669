using GenAuth.Tests.Diagnostics;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.DependencyInjection;

public sealed class LoggerFactoryTests
{
    [Fact]
    public async Task Client_uses_the_LoggerFactory_of_the_container()
    {
        using var telemetry = new TelemetryRecorder();
        using var stub = new StubHandler(StubHandler.AuthInfo);
        await CallBothAsync(new ServiceCollection().AddSingleton<ILoggerFactory>(telemetry), stub, null);

        Assert.Equal(["GenAuth.AuthenticationClient", "GenAuth.ManagementClient"], telemetry.Log.Select(entry => entry.Category));
    }

    [Fact]
    public async Task LoggerFactory_of_the_options_takes_precedence()
    {
        using var containers = new TelemetryRecorder();
        using var own = new TelemetryRecorder();
        using var stub = new StubHandler(StubHandler.AuthInfo);
        await CallBothAsync(new ServiceCollection().AddSingleton<ILoggerFactory>(containers), stub, own);

        Assert.Empty(containers.Log);
        Assert.Equal(2, own.Log.Count);
    }

    [Fact]
    public async Task Container_without_a_LoggerFactory_creates_clients_without_one()
    {
        using var stub = new StubHandler(StubHandler.AuthInfo);
        await CallBothAsync(new ServiceCollection(), stub, null);

        Assert.Equal(2, stub.Sent.Count);
    }

    private static async Task CallBothAsync(IServiceCollection services, StubHandler stub, ILoggerFactory? factory)
    {
        services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost, options.LoggerFactory) = ("app", "example.genauth.ai", factory)).ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddGenAuthManagement(options => (options.AccessKeyId, options.AccessKeySecret, options.LoggerFactory) = ("key", "secret", factory)).ConfigurePrimaryHttpMessageHandler(() => stub);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");
        await provider.GetRequiredService<ManagementClient>().CallAsync();
    }
}
