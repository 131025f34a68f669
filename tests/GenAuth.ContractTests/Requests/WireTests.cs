using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

/// <summary>Complete requests byte by byte, without the decoding of a recording server.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task GET_has_the_approved_bytes_on_the_wire()
    {
        await using var server = Returning();
        await server.Client(options => options.Language = "zh-CN").GetAlipayAuthInfoAsync("a b~%41/支");

        Assert.Equal(
            """
            GET /api/v3/get-alipay-authinfo?extIdpConnidentifier=a%20b~%2541%2F%E6%94%AF HTTP/1.1
            Accept: application/json
            Accept-Encoding: gzip, br
            Host: <host>
            User-Agent: <agent>
            x-genauth-app-id: 60e043f8cd91b87d712b6365
            x-genauth-lang: zh-CN
            x-genauth-sdk-version: <version>


            """,
            Readable(server));
    }

    [Fact]
    public async Task POST_has_the_approved_bytes_on_the_wire()
    {
        await using var server = Returning();
        await server.Client(options => options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic)
            .SignInByAlipayAsync(TestClient.Connection, TestClient.Code);

        Assert.Equal(
            """
            POST /api/v3/signin-by-mobile HTTP/1.1
            Accept: application/json
            Accept-Encoding: gzip, br
            Authorization: Basic NjBlMDQzZjhjZDkxYjg3ZDcxMmI2MzY1OjlhZWM1ZGRlOnd4L2YxKzJhPQ==
            Content-Length: 99
            Content-Type: application/json; charset=utf-8
            Host: <host>
            User-Agent: <agent>
            x-genauth-app-id: 60e043f8cd91b87d712b6365
            x-genauth-sdk-version: <version>

            {"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1660291866076"}}
            """,
            Readable(server));
    }

    private static RawServer Returning() => new(async connection =>
    {
        await connection.ReadRequestAsync();
        await connection.SendJsonAsync("""{"statusCode":200,"message":"Success"}""");
    });

    /// <summary>The only request with sorted headers, without values that differ between runs.</summary>
    private static string Readable(RawServer server)
    {
        var parts = Assert.Single(server.Requests).Split("\r\n\r\n", 2);
        var head = parts[0].Split("\r\n");
        var headers = head[1..].Select(line => line.Split(": ", 2)).OrderBy(header => header[0], StringComparer.Ordinal).Select(header => header[0] switch
        {
            "Host" => "Host: <host>",
            "User-Agent" => "User-Agent: <agent>",
            "x-genauth-sdk-version" => "x-genauth-sdk-version: <version>",
            _ => string.Join(": ", header),
        });
        return string.Join('\n', [head[0], .. headers, string.Empty, parts[1]]);
    }
}
