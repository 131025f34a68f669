namespace GenAuth.Http;

/// <summary>
/// What sends for everybody who does not bring an HTTP client. One for the process: connections are shared by all clients,
/// and there is nothing to dispose.
/// </summary>
internal static class DefaultHttpClient
{
    // An HttpClient would link each call's time-out to one of its own, which the SDK has no use for.
    public static HttpMessageInvoker Instance { get; } = new(CreateHandler());

    /// <summary>Redirects are not followed (the API has none, and tokens must not travel to another host), cookies are not kept.</summary>
    public static HttpMessageHandler CreateHandler() =>
#if NETSTANDARD2_0
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
        };
#else
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Lets a change of the host's address arrive without a restart.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
#endif
}
