using System.Security.Authentication;
using GenAuth.Http;

namespace GenAuth.Tests.Security;

public sealed class DefaultHttpClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_the_settings_TLS_is_new_and_redirects_and_cookies_are_off(bool dangerous)
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(DefaultHttpClient.CreateHandler(new TlsOptions { DangerousAcceptAnyServerCertificate = dangerous }, usesProxy: true));

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }

    [Fact]
    public void By_default_the_platform_alone_decides_about_certificates()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(DefaultHttpClient.CreateHandler(new TlsOptions(), usesProxy: true));

        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.LocalCertificateSelectionCallback);
    }
}
