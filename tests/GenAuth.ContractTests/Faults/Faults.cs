using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

/// <summary>Rarer faults than those of the matrix, by name.</summary>
public static class Faults
{
    public const string Response = """{"statusCode":200,"message":"Success","data":{"authInfo":"app_id=xxxxx","access_token":"eyJ.access","expire_in":7200}}""";

    private const string Json = "Content-Type: application/json";

    private static readonly Dictionary<string, Func<RawConnection, Task>> Broken = new()
    {
        ["reset in the middle of the status line"] = Then("HTTP/1.1 20", connection => connection.Reset()),
        ["closed in the middle of the headers"] = Then("HTTP/1.1 200 OK\r\nContent-Ty"),
        ["a chunk that is longer than its size"] = Then(RawConnection.Head(Json, "Transfer-Encoding: chunked") + "2\r\n{}}}\r\n0\r\n\r\n"),
        ["more announced than a program can hold"] = Then(RawConnection.Head(Json, $"Content-Length: {long.MaxValue}") + Response),
    };

    public static TheoryData<string> Names { get; } = [.. Broken.Keys];

    /// <summary>Receives one request and then fails as the name says.</summary>
    public static async Task BreakAsync(RawConnection connection, string name)
    {
        await connection.ReadRequestAsync();
        await Broken[name](connection);
    }

    private static Func<RawConnection, Task> Then(string text, Action<RawConnection>? end = null) => async connection =>
    {
        await connection.SendAsync(text);
        end?.Invoke(connection);
    };
}
