using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>The primary handler of a registered client: its TLS settings are applied or are an error.</summary>
public sealed class PrimaryHandlerTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task Tls_settings_beside_a_primary_handler_of_the_clients_own_are_refused()
    {
        using var stub = new StubHandler();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication(Trusting("https://example.genauth.ai")).ConfigurePrimaryHttpMessageHandler(() => stub);
        services.AddGenAuthManagement("pool", options =>
        {
            (options.AccessKeyId, options.AccessKeySecret) = ("key", "secret");
            options.Tls.CertificateAuthorities.Add(_authority.Root);
        }).ConfigurePrimaryHttpMessageHandler(() => stub);
        await using var provider = services.BuildServiceProvider();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay"));
        var poolException = await Assert.ThrowsAsync<InvalidOperationException>(() => provider.GetRequiredKeyedService<IManagementClient>("pool").SendAsync<JObject>(HttpMethod.Get, "/"));

        Assert.StartsWith("Tls is set for the client \"GenAuth.Authentication\"", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("Tls is set for the client \"GenAuth.Management:pool\"", poolException.Message, StringComparison.Ordinal);
        Assert.Contains("ConfigurePrimaryHttpMessageHandler", exception.Message, StringComparison.Ordinal);
        Assert.Empty(stub.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Primary_handler_for_all_clients_of_the_application_is_kept(bool first)
    {
        using var company = new StubHandler();
        var services = new ServiceCollection();
        Register(services, first, company, options => (options.AppId, options.AppHost) = ("app", "https://example.genauth.ai"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");

        Assert.Single(company.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Primary_handler_for_all_clients_gives_way_to_the_clients_tls_settings(bool first)
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);
        using var company = new StubHandler();
        var services = new ServiceCollection();
        Register(services, first, company, Trusting(server.Url));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");

        Assert.Single(server.Callers);
        Assert.Empty(company.Sent);
    }

    [Fact]
    public async Task Settings_for_all_handlers_of_the_application_apply_to_the_handler_of_the_client()
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);
        SocketsHttpHandler? handler = null;
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(defaults => defaults.UseSocketsHttpHandler((made, _) => (handler = made).MaxConnectionsPerServer = 7));
        services.AddGenAuthAuthentication(Trusting(server.Url));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IAuthenticationClient>().GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal((7, false, false), (handler!.MaxConnectionsPerServer, handler.AllowAutoRedirect, handler.UseCookies));
        Assert.Single(server.Callers);
    }

    [Fact]
    public async Task Other_http_clients_of_the_application_are_unchanged()
    {
        using var stub = new StubHandler();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication(Trusting("https://example.genauth.ai"));
        services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => stub);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IHttpClientFactory>().CreateClient("other").GetAsync(new Uri("https://other.example"));

        Assert.Single(stub.Sent);
    }

    private static void Register(ServiceCollection services, bool first, StubHandler company, Action<AuthenticationClientOptions> configure)
    {
        if (first)
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.ConfigurePrimaryHttpMessageHandler(() => company));
        }

        services.AddGenAuthAuthentication(configure);
        if (!first)
        {
            services.ConfigureHttpClientDefaults(defaults => defaults.ConfigurePrimaryHttpMessageHandler(() => company));
        }
    }

    private Action<AuthenticationClientOptions> Trusting(string host) => options =>
    {
        (options.AppId, options.AppHost) = ("app", host);
        options.Tls.CertificateAuthorities.Add(_authority.Root);
    };
}
