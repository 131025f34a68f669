using GenAuth.ContractTests.Server;
using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Management;

/// <summary>Management clients as a program creates them, and responses of the service for them.</summary>
internal static class ManagementTest
{
    public const string Success = """{"statusCode":200,"message":"Success","data":{}}""";

    public static ManagementClient Management(this RawServer server, Action<ManagementClientOptions>? configure = null) => new(Options(server.Url, configure));

    public static ManagementClientOptions Options(string url, Action<ManagementClientOptions>? configure = null)
    {
        var options = new ManagementClientOptions
        {
            AccessKeyId = SignatureVector.AccessKeyId,
            AccessKeySecret = SignatureVector.AccessKeySecret,
            Host = url,
            // Long enough that only a hanging call reaches it, even on a busy machine.
            Timeout = TimeSpan.FromMinutes(2),
            AttemptTimeout = TimeSpan.FromMinutes(2),
            Retry = { MaxRetries = 0 },
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A service that passes every request to the test's function and returns its result.</summary>
    public static RawServer Returning(Func<CapturedRequest, string> response, Func<string>? date = null) => new(async connection =>
    {
        var request = new CapturedRequest(await connection.ReadRequestAsync());
        var body = response(request);

        // One request on each connection; without the header the client would reuse a closed connection.
        string[] headers = ["Content-Type: application/json", $"Content-Length: {body.Length}", "Connection: close"];
        await connection.SendAsync(RawConnection.Head(date is null ? headers : [.. headers, "Date: " + date()]) + body);
    });

    public static IReadOnlyList<CapturedRequest> Captured(this RawServer server) => [.. server.Requests.Select(request => new CapturedRequest(request))];
}
