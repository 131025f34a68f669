using System.Security.Authentication;
using GenAuth.Pipeline.Tls;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>
/// Sends the requests of clients that were created without an <see cref="HttpClient"/>. All of them share their connections, except
/// clients with TLS settings. There is nothing to dispose.
/// </summary>
internal static class DefaultHttpClient
{
    // An HttpClient would create a linked timeout for each request, which the SDK does not need.
    private static readonly Lazy<HttpMessageInvoker> Shared = new(() => new(CreateHandler(new TlsOptions(), usesProxy: true)));
    private static readonly Lazy<HttpMessageInvoker> SharedWithoutProxy = new(() => new(CreateHandler(new TlsOptions(), usesProxy: false)));

    /// <summary>Returns a factory of invokers. A client with TLS settings has its own connections, so that its trust applies to no other client.</summary>
    public static Func<HttpMessageInvoker> GetFactory(TransportSettings settings)
    {
        if (settings.Tls.IsDefault)
        {
            var shared = UsesProxy(settings.Host) ? Shared : SharedWithoutProxy;
            return () => shared.Value;
        }

        var own = new HttpMessageInvoker(CreateHandler(settings));
        return () => own;
    }

    /// <summary>Creates a handler for one client.</summary>
    public static HttpMessageHandler CreateHandler(TransportSettings settings) => CreateHandler(settings.Tls, UsesProxy(settings.Host));

    /// <summary>
    /// Requests to the local machine bypass the environment's proxy: with http the proxy could read the secrets, and "localhost" would
    /// be the proxy's machine.
    /// </summary>
    private static bool UsesProxy(Uri host) => !host.IsLoopback;

    /// <summary>Creates a handler without cookies. It does not follow redirects, because <see cref="RedirectPolicy"/> decides about them.</summary>
    public static HttpMessageHandler CreateHandler(TlsOptions tls, bool usesProxy) => CreateHandler(tls, usesProxy, Platform.IsBrowser);

    /// <inheritdoc cref="CreateHandler(TlsOptions, bool)"/>
    public static HttpMessageHandler CreateHandler(TlsOptions tls, bool usesProxy, bool isBrowser)
    {
        if (isBrowser)
        {
            return new HttpClientHandler();
        }

#if NETSTANDARD2_0
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = usesProxy,
            SslProtocols = Protocols,
        };
        if (ServerTrust.CreateCallback(tls) is { } trust)
        {
            handler.ServerCertificateCustomValidationCallback = (message, certificate, chain, errors) => trust(message, certificate, chain, errors);
        }

        if (tls.ClientCertificate is { } clientCertificate)
        {
            handler.ClientCertificates.Add(clientCertificate);
        }

        return handler;
#else
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = usesProxy,
            // New connections use the current DNS entry.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        handler.SslOptions.EnabledSslProtocols = Protocols;
        handler.SslOptions.RemoteCertificateValidationCallback = ServerTrust.CreateCallback(tls);
        if (tls.ClientCertificate is { } clientCertificate)
        {
            // Without a callback the platform may select no certificate, or another one.
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => clientCertificate;
        }

        return handler;
#endif
    }

    // The default of the operating system may allow versions below TLS 1.2.
#if NETSTANDARD2_0
    /// <summary>Uses the number of TLS 1.3 if the framework at run time defines it. Older versions of .NET Framework throw for unknown values.</summary>
    private static SslProtocols Protocols => Enum.IsDefined(typeof(SslProtocols), 12288) ? SslProtocols.Tls12 | (SslProtocols)12288 : SslProtocols.Tls12;
#else
    private static SslProtocols Protocols => SslProtocols.Tls12 | SslProtocols.Tls13;
#endif
}
