using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests.Responses;

/// <summary>A service that gives one answer after the other, with headers of the test's choice.</summary>
internal static class AnswerScript
{
    public const string Success = """{"statusCode":200,"message":"Success","requestId":"in-the-body","data":{"authInfo":"a=b"}}""";
    public const string Busy = """{"statusCode":503,"message":"Busy."}""";

    /// <summary>No answer, but the end of the connection; the platform itself may ask again.</summary>
    public const string Nothing = "";

    /// <summary>An answer that breaks off.</summary>
    public const string Broken = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nX-Cache: miss\r\n\r\n{\"statusCode\":200";

    /// <summary>The answers in order; the last one for all that follows.</summary>
    public static RawServer Serve(params string[] answers)
    {
        var asked = 0;
        return new RawServer(async connection =>
        {
            var request = await connection.ReadRequestAsync();
            var answer = answers[Math.Min(Interlocked.Increment(ref asked), answers.Length) - 1];

            // So that each answer can be told from the others.
            await connection.SendAsync(answer.Replace("{line}", request.Split("\r\n")[0], StringComparison.Ordinal));
        });
    }

    public static string Answer(string body, params string[] headers) => Answer(200, body, headers);

    public static string Answer(int status, string body, params string[] headers) =>
        RawConnection.Head([$"Content-Length: {body.Length}", "Connection: close", .. headers]).Replace("200 OK", $"{status} Status", StringComparison.Ordinal) + body;

    /// <summary>A client that repeats without waiting, and options that keep what they are told.</summary>
    public static (AuthenticationClient Client, RequestOptions Options, List<GenAuthResponseInfo> Told) Listen(this RawServer server)
    {
        var told = new List<GenAuthResponseInfo>();
        var client = server.Client(options => options.Retry = new() { BaseDelay = TimeSpan.Zero });
        return (client, new RequestOptions { OnResponse = told.Add }, told);
    }
}
