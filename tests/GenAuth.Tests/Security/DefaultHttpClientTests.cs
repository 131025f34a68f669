using System.Security.Authentication;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Security;

public sealed class DefaultHttpClientTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Handler_uses_TLS_12_or_later_without_redirects_and_cookies_for_all_settings(bool dangerous)
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(DefaultHttpClient.CreateHandler(new TlsOptions { DangerousAcceptAnyServerCertificate = dangerous }, usesProxy: true));

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, handler.SslOptions.EnabledSslProtocols);
        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
    }

    [Fact]
    public void Handler_of_a_browser_is_the_platforms_without_settings()
    {
        using var handler = Assert.IsType<HttpClientHandler>(DefaultHttpClient.CreateHandler(new TlsOptions(), usesProxy: false, isBrowser: true));

        // Every setting throws in a browser, so all must be the defaults of the platform.
        using var untouched = new HttpClientHandler();
        Assert.Equal((untouched.AllowAutoRedirect, untouched.UseCookies, untouched.UseProxy, untouched.SslProtocols), (handler.AllowAutoRedirect, handler.UseCookies, handler.UseProxy, handler.SslProtocols));
    }

    [Fact]
    public void Tls_settings_in_a_browser_are_refused()
    {
        Assert.Contains("a browser decides about TLS itself", Assert.Single(TlsOptions.Problems(new TlsOptions { DangerousAcceptAnyServerCertificate = true }, "Tls", isBrowser: true)), StringComparison.Ordinal);
        Assert.Null(Assert.Single(TlsOptions.Problems(new TlsOptions(), "Tls", isBrowser: true)));
    }

    [Fact]
    public void By_default_the_platform_alone_decides_about_certificates()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(DefaultHttpClient.CreateHandler(new TlsOptions(), usesProxy: true));

        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.LocalCertificateSelectionCallback);
    }
}
