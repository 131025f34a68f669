using System.Net;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace GenAuth.Tests.Http;

public sealed class RequestVersionTests
{
    [Fact]
    public async Task Version_and_policy_of_an_own_http_client_are_those_of_its_requests()
    {
        using var handler = new VersionReader();
        using var http = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        await new AuthenticationClient(Clients.Options(), http).GetAlipayAuthInfoAsync("my-alipay");
        await new ManagementClient(ManagementClients.Options(), http).CallAsync();

        Assert.Equal([(HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact), (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact)], handler.Versions);
    }

    [Fact]
    public async Task Version_and_policy_of_a_registered_http_client_are_those_of_its_requests()
    {
        using var handler = new VersionReader();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication(options => (options.AppId, options.AppHost) = ("app", "example.genauth.ai"))
            .ConfigureHttpClient(http => (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrHigher))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal([(HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrHigher)], handler.Versions);
    }

    [Fact]
    public async Task Version_without_an_own_http_client_is_the_platforms()
    {
        using var handler = new VersionReader();
        using var sender = new HttpMessageInvoker(handler);

        await new AuthenticationClient(Clients.Options(), () => sender).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal([(HttpVersion.Version11, HttpVersionPolicy.RequestVersionOrLower)], handler.Versions);
    }

    private sealed class VersionReader() : DelegatingHandler(new StubHandler())
    {
        public List<(Version, HttpVersionPolicy)> Versions { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Versions.Add((request.Version, request.VersionPolicy));
            return base.SendAsync(request, cancellationToken);
        }
    }
}
