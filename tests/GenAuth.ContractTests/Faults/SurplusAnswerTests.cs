using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Faults;

/// <summary>More on a connection than the answer that was asked for, as somebody in between could put there.</summary>
public sealed class SurplusAnswerTests
{
    private const string Forged = """{"statusCode":200,"message":"forged"}""";

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 37\r\n\r\n" + Forged)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData(Forged)]
    public async Task What_follows_an_answer_is_not_read_as_the_next_one(string surplus)
    {
        var requests = 0;
        await using var server = new RawServer(async connection =>
        {
            while (true)
            {
                await connection.ReadRequestAsync();
                var body = $$"""{"statusCode":200,"message":"answer {{++requests}}"}""";
                await connection.SendAsync(RawConnection.Head("Content-Type: application/json", $"Content-Length: {body.Length}") + body + surplus);
            }
        });
        var client = server.Client();

        for (var call = 1; call <= 3; call++)
        {
            Assert.Equal($"answer {call}", (await client.GetAlipayAuthInfoAsync(TestClient.Connection)).Message);
        }

        Assert.Equal(3, server.Requests.Count);
    }
}
