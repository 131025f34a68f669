using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Support;

/// <summary>Management clients that never reach a network.</summary>
internal static class ManagementClients
{
    public const string Path = "/api/v3/list-roles";
    public const string Secret = "hunter2-of-the-key";

    public static ManagementClientOptions Options(Action<ManagementClientOptions>? change = null)
    {
        var options = new ManagementClientOptions { AccessKeyId = "key-of-the-pool", AccessKeySecret = Secret, Retry = { MaxRetries = 0 } };
        change?.Invoke(options);
        return options;
    }

    public static ManagementClient Create(HttpMessageHandler handler, Action<ManagementClientOptions>? change = null) =>
        new(Options(change), new HttpClient(handler));

    /// <summary>A client that exchanges its key for a token.</summary>
    public static ManagementClient WithToken(HttpMessageHandler handler, Action<ManagementClientOptions>? change = null) => Create(handler, options =>
    {
        options.AuthorizationMethod = ManagementAuthorizationMethod.ManagementToken;
        change?.Invoke(options);
    });

    /// <summary>Any call.</summary>
    public static Task<JObject> CallAsync(this ManagementClient client, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<JObject>(HttpMethod.Get, Path, requestOptions: options, cancellationToken: cancellationToken);
}
