using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Certificates and proxies whose exceptions could reveal personal data or credentials.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task A_certificate_that_is_refused_shows_nothing_of_its_owner()
    {
        using var certificate = Certificate("server");
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, certificate);
        using var own = Certificate("client");
        using var handler = new SocketsHttpHandler { UseProxy = false, SslOptions = { ClientCertificates = [own] } };

        await AssertSilentAsync(handler, $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        listener.Stop();
        await serving;
    }

    [Fact]
    public async Task A_proxy_that_cannot_be_reached_shows_nothing_of_its_credentials()
    {
        using var handler = new SocketsHttpHandler { Proxy = new WebProxy($"http://{Canary.At("proxy.user")}:{Canary.At("proxy.password")}@127.0.0.1:1") };

        await AssertSilentAsync(handler, "https://example.invalid");
    }

    private static async Task AssertSilentAsync(SocketsHttpHandler handler, string host)
    {
        using var telemetry = new TelemetryRecorder();
        var client = telemetry.Authentication(handler, options => (options.AppHost, options.Retry.MaxRetries) = (host, 0));

        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Empty(Canary.In(exception.ToString()));
        Assert.Empty(Canary.In(telemetry.Everything));
        Assert.NotEmpty(telemetry.Log);
    }

    internal static X509Certificate2 Certificate(string owner)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Canary.At("certificate." + owner)}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        try
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await using var secured = new SslStream(connection.GetStream());
            await secured.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception exception) when (exception is IOException or SocketException or System.Security.Authentication.AuthenticationException or ObjectDisposedException)
        {
            // The client rejects the certificate, as intended.
        }
    }
}
