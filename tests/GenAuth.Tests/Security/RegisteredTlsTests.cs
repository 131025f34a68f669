using GenAuth.Tests.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

public sealed class RegisteredTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task Handler_of_each_registered_client_has_its_settings()
    {
        using var certificate = _authority.Issue();
        using var clients = _authority.Issue("client", TestAuthority.ForClients);
        await using var server = new TlsServer(certificate, asksForCertificate: true);
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication("trusting", options =>
        {
            (options.AppId, options.AppHost) = ("app", server.Url);
            options.Tls.CertificateAuthorities.Add(_authority.Root);
        });
        services.AddGenAuthAuthentication("plain", options => (options.AppId, options.AppHost, options.Retry.MaxRetries) = ("app", server.Url, 0));
        services.AddGenAuthManagement(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret, options.Host) = ("key", "secret", server.Url);
            options.Tls.CertificateAuthorities.Add(_authority.Root);
            options.Tls.ClientCertificate = clients;
        });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IAuthenticationClient>("trusting").GetAlipayAuthInfoAsync("my-alipay");
        await provider.GetRequiredService<IManagementClient>().SendAsync<JObject>(HttpMethod.Get, "/api/v3/list-roles");
        await Assert.ThrowsAsync<GenAuthConnectionException>(
            () => provider.GetRequiredKeyedService<IAuthenticationClient>("plain").GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal([null, clients.Thumbprint], server.Callers);
    }

    [Fact]
    public async Task Certificate_opt_out_is_read_from_configuration_at_start_only()
    {
        using var certificate = _authority.Issue();
        await using var server = new TlsServer(certificate);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["On:AppId"] = "app",
            ["On:AppHost"] = server.Url,
            ["On:Tls:DangerousAcceptAnyServerCertificate"] = "true",
            ["Off:AppId"] = "app",
            ["Off:AppHost"] = server.Url,
            ["Off:Retry:MaxRetries"] = "0",
        }).Build();
        var services = new ServiceCollection();
        services.AddGenAuthAuthentication("on", configuration.GetSection("On"));
        services.AddGenAuthAuthentication("off", configuration.GetSection("Off"));
        await using var provider = services.BuildServiceProvider();
        var on = provider.GetRequiredKeyedService<IAuthenticationClient>("on");
        var off = provider.GetRequiredKeyedService<IAuthenticationClient>("off");
        configuration["Off:Tls:DangerousAcceptAnyServerCertificate"] = "true";
        configuration.Reload();

        Assert.True(provider.GetRequiredService<IOptionsMonitor<AuthenticationClientOptions>>().Get("off").Tls.DangerousAcceptAnyServerCertificate);
        Assert.Equal("Success", (await on.GetAlipayAuthInfoAsync("my-alipay")).Message);
        await Assert.ThrowsAsync<GenAuthConnectionException>(() => off.GetAlipayAuthInfoAsync("my-alipay"));
    }
}
