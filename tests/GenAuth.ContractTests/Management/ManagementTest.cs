using GenAuth.ContractTests.Server;
using GenAuth.Tests.Shared;

namespace GenAuth.ContractTests.Management;

/// <summary>Management clients of the kind a program would make, and answers of the service for them.</summary>
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
            // Only a hanging call may reach it, however busy the machine is.
            Timeout = TimeSpan.FromMinutes(2),
            AttemptTimeout = TimeSpan.FromMinutes(2),
            Retry = { MaxRetries = 0 },
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>A service that answers whatever it is asked.</summary>
    public static RawServer Answering(Func<CapturedRequest, string> answer, Func<string>? date = null) => new(async connection =>
    {
        var request = new CapturedRequest(await connection.ReadRequestAsync());
        var body = answer(request);

        // One request on each connection; a client that is not told would use it again and find it closed.
        string[] headers = ["Content-Type: application/json", $"Content-Length: {body.Length}", "Connection: close"];
        await connection.SendAsync(RawConnection.Head(date is null ? headers : [.. headers, "Date: " + date()]) + body);
    });

    public static IReadOnlyList<CapturedRequest> Captured(this RawServer server) => [.. server.Requests.Select(request => new CapturedRequest(request))];
}
