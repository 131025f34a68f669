using System.Net;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>One way to call the service. What comes back is checked by whoever measures.</summary>
internal abstract class Contestant
{
    public const string Connection = "my-alipay-connection";
    public const string AuthInfoPath = "/api/v3/get-alipay-authinfo";
    public const string UsersPath = "/api/v3/list-users";

    public abstract string Name { get; }

    /// <summary>GET with one parameter, about 1 kB comes back.</summary>
    public abstract Task<string?> GetAuthInfoAsync();

    /// <summary>POST as the service wants it: the SDK signs, the others do not, so theirs is a little less than it takes.</summary>
    public abstract Task<int> ListUsersAsync(int users);

    /// <summary>The same answer without a body or signature: on a handler that answers from memory, little but decoding is left.</summary>
    public abstract Task<int> ReadUsersAsync();

    /// <summary>As little as a handler can do, and no more than the SDK's own does.</summary>
    public static HttpClient CreateHttpClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.None });
}
