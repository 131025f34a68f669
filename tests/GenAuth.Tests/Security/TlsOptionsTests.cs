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
    public void A_root_and_a_certificate_with_its_key_are_fine()
    {
        using var certificate = _authority.Issue();

        Assert.Empty(Problems(tls =>
        {
            tls.CertificateAuthorities.Add(_authority.Root);
            tls.ClientCertificate = certificate;
        }));
    }

    [Fact]
    public void An_authority_that_is_no_root_is_refused_once_however_many_there_are()
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
    public void No_settings_at_all_are_refused() => Assert.Contains(
        "Tls is null.", Assert.Throws<ArgumentException>("options", () => new AuthenticationClient(Clients.Options(options => options.Tls = null!))).Message, StringComparison.Ordinal);

    [Fact]
    public void Beside_an_HttpClient_of_ones_own_they_are_refused_and_not_passed_over()
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
    public void A_client_keeps_the_settings_that_it_was_made_with()
    {
        var options = Clients.Options();
        var client = new AuthenticationClient(options);
        options.Tls.DangerousAcceptAnyServerCertificate = true;
        options.Tls.CertificateAuthorities.Add(_authority.Root);

        Assert.True(client.Transport.Tls.IsDefault);
    }

    [Fact]
    public void Only_a_client_without_settings_is_on_the_connections_that_all_share()
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
