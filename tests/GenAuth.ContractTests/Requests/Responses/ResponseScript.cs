using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>A service that returns given responses with given headers in order.</summary>
internal static class ResponseScript
{
    public const string Success = """{"statusCode":200,"message":"Success","requestId":"in-the-body","data":{"authInfo":"a=b"}}""";
    public const string Busy = """{"statusCode":503,"message":"Busy."}""";

    /// <summary>Closes the connection without a response; the platform itself may retry.</summary>
    public const string Nothing = "";

    /// <summary>A truncated response.</summary>
    public const string Broken = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nX-Cache: miss\r\n\r\n{\"statusCode\":200";

    /// <summary>Returns the responses in order, and the last one for all further requests.</summary>
    public static RawServer Serve(params string[] responses)
    {
        var asked = 0;
        return new RawServer(async connection =>
        {
            var request = await connection.ReadRequestAsync();
            var response = responses[Math.Min(Interlocked.Increment(ref asked), responses.Length) - 1];

            // Makes each response distinguishable.
            await connection.SendAsync(response.Replace("{line}", request.Split("\r\n")[0], StringComparison.Ordinal));
        });
    }

    public static string Response(string body, params string[] headers) => Response(200, body, headers);

    public static string Response(int status, string body, params string[] headers) =>
        RawConnection.Head([$"Content-Length: {body.Length}", "Connection: close", .. headers]).Replace("200 OK", $"{status} Status", StringComparison.Ordinal) + body;

    /// <summary>A client that retries without delay, and options that record the response infos.</summary>
    public static (AuthenticationClient Client, RequestOptions Options, List<GenAuthResponseInfo> Received) Listen(this RawServer server)
    {
        var received = new List<GenAuthResponseInfo>();
        var client = server.Client(options => options.Retry = new() { BaseDelay = TimeSpan.Zero });
        return (client, new RequestOptions { OnResponse = received.Add }, received);
    }
}
