using System.Net;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>One way to call the service. The caller checks the results.</summary>
internal abstract class Contestant
{
    public const string Connection = "my-alipay-connection";
    public const string AuthInfoPath = "/api/v3/get-alipay-authinfo";
    public const string UsersPath = "/api/v3/list-users";

    public abstract string Name { get; }

    /// <summary>GET with one parameter and a response of about 1 kB.</summary>
    public abstract Task<string?> GetAuthInfoAsync();

    /// <summary>POST as the service requires it: the SDK signs, the others do not, so they do a little less than needed.</summary>
    public abstract Task<int> ListUsersAsync(int users);

    /// <summary>The same response without a request body and signature: with a handler in memory, decoding dominates.</summary>
    public abstract Task<int> ReadUsersAsync();

    /// <summary>A handler without redirects, cookies and decompression, like the SDK's own.</summary>
    public static HttpClient CreateHttpClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
}
