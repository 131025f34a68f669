using System.Security.Authentication;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>The builds for older frameworks trust and refuse as the newest one does, in part by other means.</summary>
[Trait("Category", "Extended")]
public sealed class OlderFrameworkTlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Added_root_is_trusted_and_the_client_certificate_sent(string framework)
    {
        using var certificate = _authority.Issue();
        using var clients = _authority.Issue("client", TestAuthority.ForClients);
        await using var server = new TlsServer(certificate, asksForCertificate: true);

        var response = await CallAsync(framework, server, tls =>
        {
            tls.CertificateAuthorities.Add(_authority.Root);
            tls.ClientCertificate = clients;
        });

        Assert.Equal("Success", (string)response.Message);
        Assert.Equal([clients.Thumbprint], server.Callers);
    }

    [Theory]
    [InlineData("netstandard2.0", "127.0.0.2", TestAuthority.ForServers, 1)]
    [InlineData("netstandard2.0", "127.0.0.1", TestAuthority.ForClients, 1)]
    [InlineData("netstandard2.0", "127.0.0.1", TestAuthority.ForServers, -1)]
    [InlineData("net8.0", "127.0.0.2", TestAuthority.ForServers, 1)]
    [InlineData("net8.0", "127.0.0.1", TestAuthority.ForClients, 1)]
    [InlineData("net8.0", "127.0.0.1", TestAuthority.ForServers, -1)]
    public async Task Certificate_for_another_host_or_use_or_an_expired_one_is_refused(string framework, string host, string use, int lastDay)
    {
        using var certificate = _authority.Issue(host, use, lastDay);
        await using var server = new TlsServer(certificate);

        await AssertRefusedAsync(server, () => CallAsync(framework, server, tls => tls.CertificateAuthorities.Add(_authority.Root)));
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task Root_with_the_name_of_a_trusted_one_is_refused(string framework)
    {
        using var impostor = new TestAuthority();
        using var certificate = impostor.Issue();
        await using var server = new TlsServer(certificate);

        await AssertRefusedAsync(server, () => CallAsync(framework, server, tls => tls.CertificateAuthorities.Add(_authority.Root)));
        await AssertRefusedAsync(server, () => CallAsync(framework, server, _ => { }));
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    public async Task DangerousAcceptAnyServerCertificate_accepts_any_certificate(string framework)
    {
        using var certificate = _authority.Issue("elsewhere.example", TestAuthority.ForClients, lastDay: -1);
        await using var server = new TlsServer(certificate);

        Assert.Equal("Success", (string)(await CallAsync(framework, server, tls => tls.DangerousAcceptAnyServerCertificate = true)).Message);
    }

    [Fact]
    public void Handler_of_netstandard_uses_TLS_1_2_or_later()
    {
        var library = BuiltLibrary.Load("GenAuth", "netstandard2.0");
        var tls = library.GetType("GenAuth.TlsOptions", throwOnError: true)!;
        var create = library.GetType("GenAuth.Pipeline.DefaultHttpClient", throwOnError: true)!.GetMethod("CreateHandler", [tls, typeof(bool)])!;
        using var handler = Assert.IsType<HttpClientHandler>(create.Invoke(null, [Activator.CreateInstance(tls), true]));

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslProtocols);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.Null(handler.ServerCertificateCustomValidationCallback);
    }

    private static async Task<dynamic> CallAsync(string framework, TlsServer server, Action<dynamic> set)
    {
        var library = BuiltLibrary.Load("GenAuth", framework);
        dynamic options = Activator.CreateInstance(library.GetType("GenAuth.AuthenticationClientOptions", throwOnError: true)!)!;
        options.AppHost = server.Url;
        options.AppId = "app";
        options.Retry.MaxRetries = 0;
        set(options.Tls);
        dynamic client = Activator.CreateInstance(library.GetType("GenAuth.AuthenticationClient", throwOnError: true)!, (object)options)!;
        return await client.GetAlipayAuthInfoAsync("my-alipay");
    }

    private static async Task AssertRefusedAsync(TlsServer server, Func<Task> call)
    {
        var exception = await Record.ExceptionAsync(call);

        Assert.Equal(nameof(GenAuthConnectionException), exception?.GetType().Name);
        Assert.Contains("TLS certificate", exception?.Message, StringComparison.Ordinal);
        Assert.Empty(server.Callers);
    }
}
