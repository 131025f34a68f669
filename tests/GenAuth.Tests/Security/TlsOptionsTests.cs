using System.Security.Cryptography.X509Certificates;
using GenAuth.Pipeline;
using GenAuth.Tests.Shared;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

public sealed class TlsOptionsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public void Root_and_certificate_with_its_key_are_accepted()
    {
        using var certificate = _authority.Issue();

        Assert.Empty(Problems(tls =>
        {
            tls.CertificateAuthorities.Add(_authority.Root);
            tls.ClientCertificate = certificate;
        }));
    }

    [Fact]
    public void Intermediate_certificates_among_the_roots_are_reported_once()
    {
        using var certificate = _authority.Issue();

        var problem = Assert.Single(Problems(tls =>
        {
            tls.CertificateAuthorities.Add(certificate);
            tls.CertificateAuthorities.Add(certificate);
        }));

        Assert.StartsWith("Tls.CertificateAuthorities holds a certificate that another one issued. Add the root", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_certificate_without_its_key_is_refused()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(_authority.Root.RawData);

        var problem = Assert.Single(Problems(tls => tls.ClientCertificate = certificate));

        Assert.StartsWith("Tls.ClientCertificate has no private key. Load it together with its key", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Certificates_that_were_disposed_are_refused()
    {
        var certificate = _authority.Issue();
        certificate.Dispose();

        Assert.Equal(
            [
                "Tls.CertificateAuthorities holds a certificate that was disposed. Keep it for as long as the client is used.",
                "Tls.ClientCertificate was disposed. Keep it for as long as the client is used.",
            ],
            Problems(tls =>
            {
                tls.CertificateAuthorities.Add(certificate);
                tls.ClientCertificate = certificate;
            }));
    }

    [Fact]
    public void Empty_TLS_settings_are_refused() => Assert.Contains(
        "Tls is null.", Assert.Throws<ArgumentException>("options", () => new AuthenticationClient(Clients.Options(options => options.Tls = null!))).Message, StringComparison.Ordinal);

    [Fact]
    public void TLS_settings_with_an_own_HttpClient_are_refused()
    {
        using var httpClient = new HttpClient();
        Action[] makers =
        [
            () => _ = new AuthenticationClient(Clients.Options(options => options.Tls.DangerousAcceptAnyServerCertificate = true), httpClient),
            () => _ = new AuthenticationClient(Clients.Options(options => options.Tls.CertificateAuthorities.Add(_authority.Root)), httpClient),
            () => _ = new ManagementClient(ManagementClients.Options(options => options.Tls.ClientCertificate = _authority.Root), httpClient),
        ];

        Assert.All(makers, make => Assert.StartsWith("Tls is set, but an HttpClient of your own", Assert.Throws<ArgumentException>("options", make).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Client_keeps_its_TLS_settings()
    {
        var options = Clients.Options();
        var client = new AuthenticationClient(options);
        options.Tls.DangerousAcceptAnyServerCertificate = true;
        options.Tls.CertificateAuthorities.Add(_authority.Root);

        Assert.True(client.Transport.Tls.IsDefault);
    }

    [Fact]
    public void Client_without_TLS_settings_uses_the_shared_connections()
    {
        var plain = new AuthenticationClient(Clients.Options()).Transport;
        var other = new ManagementClient(ManagementClients.Options()).Transport;
        var dangerous = new AuthenticationClient(Clients.Options(options => options.Tls.DangerousAcceptAnyServerCertificate = true)).Transport;

        Assert.Same(DefaultHttpClient.GetFactory(plain)(), DefaultHttpClient.GetFactory(other)());
        Assert.NotSame(DefaultHttpClient.GetFactory(plain)(), DefaultHttpClient.GetFactory(dangerous)());
        Assert.NotSame(DefaultHttpClient.GetFactory(dangerous)(), DefaultHttpClient.GetFactory(dangerous)());
    }

    private static IEnumerable<string> Problems(Action<TlsOptions> set)
    {
        var options = new TlsOptions();
        set(options);
        return TlsOptions.Problems(options, "Tls").OfType<string>();
    }
}
