using System.Security.Authentication;
using GenAuth.Pipeline.Tls;
using GenAuth.Settings;

namespace GenAuth.Pipeline;

/// <summary>
/// Sends for clients without an HTTP client of the caller's. Connections are shared by all clients of the process, except those
/// with TLS settings of their own, and there is nothing to dispose.
/// </summary>
internal static class DefaultHttpClient
{
    // An HttpClient would link each call's time-out to one of its own, which the SDK has no use for.
    private static readonly Lazy<HttpMessageInvoker> Shared = new(() => new(CreateHandler(new TlsOptions(), usesProxy: true)));
    private static readonly Lazy<HttpMessageInvoker> SharedOnThisMachine = new(() => new(CreateHandler(new TlsOptions(), usesProxy: false)));

    /// <summary>What sends with these settings. A client with TLS settings gets connections of its own, so that no other client trusts what it trusts.</summary>
    public static Func<HttpMessageInvoker> For(TransportSettings settings)
    {
        if (settings.Tls.IsDefault)
        {
            var shared = UsesProxy(settings.Host) ? Shared : SharedOnThisMachine;
            return () => shared.Value;
        }

        var own = new HttpMessageInvoker(CreateHandler(settings));
        return () => own;
    }

    /// <summary>A handler for one client.</summary>
    public static HttpMessageHandler CreateHandler(TransportSettings settings) => CreateHandler(settings.Tls, UsesProxy(settings.Host));

    /// <summary>
    /// A request to this machine never goes to the proxy of the environment: over plain http the proxy would read its secrets, and
    /// "localhost" would be another machine there.
    /// </summary>
    private static bool UsesProxy(Uri host) => !host.IsLoopback;

    /// <summary>Redirects are not followed (the transport does, where it is safe), cookies are not kept.</summary>
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
        if (ServerTrust.Of(tls) is { } trust)
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
            // Lets a change of the host's address arrive without a restart.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        handler.SslOptions.EnabledSslProtocols = Protocols;
        handler.SslOptions.RemoteCertificateValidationCallback = ServerTrust.Of(tls);
        if (tls.ClientCertificate is { } clientCertificate)
        {
            // Chosen by the caller, so it is not for the platform to find another one, or none, more suitable.
            handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => clientCertificate;
        }

        return handler;
#endif
    }

    // The system's own choice may begin below TLS 1.2.
#if NETSTANDARD2_0
    /// <summary>TLS 1.3 by its number, where the framework that runs has it; an older .NET Framework refuses to be asked for it.</summary>
    private static SslProtocols Protocols => Enum.IsDefined(typeof(SslProtocols), 12288) ? SslProtocols.Tls12 | (SslProtocols)12288 : SslProtocols.Tls12;
#else
    private static SslProtocols Protocols => SslProtocols.Tls12 | SslProtocols.Tls13;
#endif
}
