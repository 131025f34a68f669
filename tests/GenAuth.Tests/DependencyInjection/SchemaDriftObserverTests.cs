using GenAuth.Tests.Drift;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.DependencyInjection;

public sealed class SchemaDriftObserverTests
{
    [Fact]
    public async Task Client_uses_the_observer_of_the_container()
    {
        var recorder = new DriftRecorder();
        await CallBothAsync(new ServiceCollection().AddSingleton<ISchemaDriftObserver>(recorder), null);

        Assert.Equal([DriftCalls.AuthInfo, DriftCalls.Users], recorder.All.Select(drift => drift.Operation));
    }

    [Fact]
    public async Task Observer_of_the_options_takes_precedence()
    {
        var (containers, own) = (new DriftRecorder(), new DriftRecorder());
        await CallBothAsync(new ServiceCollection().AddSingleton<ISchemaDriftObserver>(containers), own);

        Assert.Empty(containers.All);
        Assert.Equal(2, own.All.Count);
    }

    [Fact]
    public async Task Container_without_an_observer_creates_clients_without_one() => await CallBothAsync(new ServiceCollection(), null);

    private static async Task CallBothAsync(IServiceCollection services, ISchemaDriftObserver? observer)
    {
        using var authInfo = new StubHandler("""{"statusCode":200,"message":"m","data":{"authInfo":"a=b"},"brandNew":1}""");
        using var users = new StubHandler("""{"statusCode":200,"message":"m","data":{"totalCount":0,"list":[]},"brandNew":1}""");
        services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost, options.SchemaDriftObserver) = ("app", "example.genauth.ai", observer)).ConfigurePrimaryHttpMessageHandler(() => authInfo);
        services.AddGenAuthManagement(options => (options.AccessKeyId, options.AccessKeySecret, options.SchemaDriftObserver) = ("key", "secret", observer)).ConfigurePrimaryHttpMessageHandler(() => users);
        await using var provider = services.BuildServiceProvider();
        Assert.Equal("a=b", (await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay")).Data.AuthInfo);
        Assert.Empty((await provider.GetRequiredService<IManagementClient>().ListUsersAsync(new())).Data.List);
    }
}
