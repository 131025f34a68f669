using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.DependencyInjection;

public sealed class HttpPipelineTests
{
    [Fact]
    public async Task Handler_of_the_application_receives_every_call()
    {
        using var stub = new StubHandler();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost) = ("app", "example.genauth.ai"))
            .AddHttpMessageHandler(() => new MarkingHandler())
            .ConfigureHttpClient(http => http.DefaultRequestHeaders.Add("x-shop", "1"))
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IAuthenticationClient>();

        await client.GetAlipayAuthInfoAsync("my-alipay");
        await client.WithAccessToken("token").GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal(2, stub.Sent.Count);
        Assert.All(stub.Sent, sent => Assert.Equal("seen", sent.Header("x-marked")));
        Assert.All(stub.Sent, sent => Assert.Equal("1", sent.Header("x-shop")));
    }

    [Fact]
    public async Task Handler_of_one_client_does_not_receive_the_calls_of_another()
    {
        using var stub = new StubHandler();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication("marked", options => (options.AppId, options.AppHost) = ("a", "a.genauth.ai"))
            .AddHttpMessageHandler(() => new MarkingHandler()).ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddGenAuthAuthentication("plain", options => (options.AppId, options.AppHost) = ("b", "b.genauth.ai"))
            .ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IAuthenticationClient>("plain").GetAlipayAuthInfoAsync("my-alipay");

        Assert.Null(stub.Only.Header("x-marked"));
    }

    [Fact]
    public async Task At_the_lowest_level_the_log_holds_neither_token_nor_secret_nor_query()
    {
        using var stub = new StubHandler();
        using var log = new LogText();
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddGenAuthAuthentication(options =>
        {
            (options.AppId, options.AppHost, options.AppSecret) = ("app", "example.genauth.ai", "from-the-options");
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
        }).ConfigurePrimaryHttpMessageHandler(() => stub);
        using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IAuthenticationClient>();

        await client.SignInByAlipayAsync("my-alipay", "1");
        await client.GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { AccessToken = "from-the-call" });

        var basic = stub.Sent[0].Header("Authorization")!["Basic ".Length..];
        Assert.Contains("Authentication_signInByMobile succeeded", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(basic, log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("my-alipay", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("from-the-", log.ToString(), StringComparison.Ordinal);
    }

    private sealed class MarkingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("x-marked", "seen");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
