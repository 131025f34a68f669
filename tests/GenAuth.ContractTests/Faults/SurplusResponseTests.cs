using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

/// <summary>Surplus bytes behind a response, as an intermediary could insert.</summary>
public sealed class SurplusResponseTests
{
    private const string Forged = """{"statusCode":200,"message":"forged"}""";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 37\r\n\r\n" + Forged)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData(Forged)]
    public async Task Surplus_bytes_after_a_response_are_not_read_as_the_next_one(string surplus)
    {
        var requests = 0;
        await using var server = new RawServer(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                var body = $$"""{"statusCode":200,"message":"response {{++requests}}"}""";
                await connection.SendAsync(RawConnection.Head("Content-Type: application/json", $"Content-Length: {body.Length}") + body + surplus);
            }
        });
        var client = server.Client();

        for (var call = 1; call <= 3; call++)
        {
            Assert.Equal($"response {call}", (await client.GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
        }

        Assert.Equal(3, server.Requests.Count);
    }
}
