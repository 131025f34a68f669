using System.Security.Authentication;

namespace GenAuth.Http;

/// <summary>
/// What sends for everybody who does not bring an HTTP client. One for the process: connections are shared by all clients
/// but those with TLS settings of their own, and there is nothing to dispose.
/// </summary>
internal static class DefaultHttpClient
{
    // An HttpClient would link each call's time-out to one of its own, which the SDK has no use for.
    public static HttpMessageInvoker Instance { get; } = new(CreateHandler(new TlsOptions()));

    /// <summary>What sends with these settings. Never the shared one when they differ: nobody else may come to trust what one client does.</summary>
    public static Func<HttpMessageInvoker> With(TlsOptions tls)
    {
        if (tls.IsDefault)
        {
            return static () => Instance;
        }

        var own = new HttpMessageInvoker(CreateHandler(tls));
        return () => own;
    }

    /// <summary>Redirects are not followed (the transport does, where it is safe), cookies are not kept.</summary>
    public static HttpMessageHandler CreateHandler(TlsOptions tls)
    {
#if NETSTANDARD2_0
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
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
