using System.Net;

namespace GenAuth.Http;

/// <summary>
/// The HTTP client of everybody who does not bring one. One for the process: connections are shared by all clients, and
/// there is nothing to dispose.
/// </summary>
internal static class DefaultHttpClient
{
    private static readonly Lazy<HttpClient> Shared = new(() => new HttpClient(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan });

    public static HttpClient Instance => Shared.Value;

    /// <summary>Redirects are not followed (the API has none, and tokens must not travel to another host), cookies are not kept.</summary>
    public static HttpMessageHandler CreateHandler() =>
#if NETSTANDARD2_0
        new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
#else
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            // Lets a change of the host's address arrive without a restart.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
#endif
}
