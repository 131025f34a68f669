using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

public sealed class TlsTests
{
    [Fact]
    public async Task Https_to_a_plain_http_server_is_a_connection_exception()
    {
        await using var server = new RawServer(connection => connection.SendAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
        var exception = await RefusedAsync(server);

        Assert.Contains("TLS", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Untrusted_certificate_is_not_accepted()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var selfSigned = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows accepts only a key that has been stored.
        using var certificate = X509CertificateLoader.LoadPkcs12(selfSigned.Export(X509ContentType.Pkcs12), password: null);
        await using var server = new RawServer(async connection =>
        {
            await using var tls = new SslStream(connection.Stream);
            await tls.AuthenticateAsServerAsync(certificate);
            await tls.ReadExactlyAsync(new byte[1], connection.End);
            Assert.Fail("The client trusted the certificate and sent its request.");
        });

        var exception = await RefusedAsync(server);
        Assert.Contains("TLS certificate", exception.Message, StringComparison.Ordinal);
    }

    private static Task<GenAuthConnectionException> RefusedAsync(RawServer server)
    {
        var client = new AuthenticationClient(TestClient.Options(server.Url.Replace("http:", "https:", StringComparison.Ordinal)));
        return Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));
    }
}
