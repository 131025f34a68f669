using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Tls;

/// <summary>Client certificates.</summary>
public sealed class ClientCertificateTests
{
    [Theory]
    [InlineData(TestAuthority.ForClients)]
    [InlineData(TestAuthority.ForServers)]
    public async Task Client_certificate_arrives_whatever_its_key_usage(string use)
    {
        using var authority = new TestAuthority();
        using var others = new TestAuthority("CN=The client's");
        using var certificate = authority.Issue();
        using var clients = others.Issue("client", use);
        await using var server = new TlsServer(certificate, asksForCertificate: true);

        await server.CallAsync(tls =>
        {
            tls.CertificateAuthorities.Add(authority.Root);
            tls.ClientCertificate = clients;
        });
        await server.CallTrustingAsync(authority.Root);

        Assert.Equal([clients.Thumbprint, null], server.Callers);
    }
}
