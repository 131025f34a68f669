using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

/// <summary>The overload of <c>SendAsync</c> with JSON values, which trimmed programs use.</summary>
public sealed class SendJsonTests
{
    private const string Path = "/api/v3/new-operation";

    [Fact]
    public async Task SendAsync_with_a_node_sends_it_and_returns_the_whole_body()
    {
        using var handler = new StubHandler("""{"statusCode":200,"data":{"born":"2016-03-14T09:26:53Z","big":12345678901234567890}}""");

        var result = await Clients.Create(handler).SendAsync(HttpMethod.Post, Path, body: JsonNode.Parse("""{"b":[1.10,null],"a":"\u00e9"}"""));

        Assert.Equal("""{"b":[1.1,null],"a":"é"}""", JsonNode.Parse(handler.Only.Body!)!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("1.10", "1.1", StringComparison.Ordinal));
        Assert.Equal("2016-03-14T09:26:53Z", result.GetProperty("data").GetProperty("born").GetString());
        Assert.Equal("12345678901234567890", result.GetProperty("data").GetProperty("big").GetRawText());
    }

    [Theory]
    [InlineData("""[1,2]""", JsonValueKind.Array)]
    [InlineData("""{"keys":[]}""", JsonValueKind.Object)]
    [InlineData(""" 7 """, JsonValueKind.Number)]
    [InlineData("", JsonValueKind.Undefined)]
    public async Task SendAsync_with_a_body_that_is_no_envelope_returns_it(string body, JsonValueKind kind)
    {
        using var handler = new StubHandler(body);

        Assert.Equal(kind, (await Clients.Create(handler).SendAsync(HttpMethod.Get, Path)).ValueKind);
    }

    [Fact]
    public async Task SendAsync_without_a_body_sends_none()
    {
        using var handler = new StubHandler();

        await Clients.Create(handler).SendAsync(HttpMethod.Get, Path);

        Assert.Null(handler.Only.Body);
    }

    [Fact]
    public async Task SendAsync_with_a_refused_request_throws_the_exception_of_the_status()
    {
        using var handler = new StubHandler("""{"statusCode":404,"apiCode":2004}""");

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => Clients.Create(handler).SendAsync(HttpMethod.Get, Path));

        Assert.Equal(ApiCode.UserNotFound, exception.ApiCode);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"data":""")]
    [InlineData("""{"statusCode":200} trailing""")]
    public async Task SendAsync_with_a_malformed_response_throws_an_invalid_response(string body)
    {
        using var handler = new StubHandler(body);

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler).SendAsync(HttpMethod.Get, Path));
    }

    [Fact]
    public async Task SendAsync_of_a_management_client_signs_the_node_that_is_sent()
    {
        using var handler = new StubHandler();
        var client = ManagementClients.Create(handler);
        var options = new RequestOptions { Headers = { ["date"] = "Fri, 02 Jan 2026 03:04:05 GMT", ["x-genauth-signature-nonce"] = "00000000000000000000000000000000" } };

        await client.SendAsync(HttpMethod.Post, Path, body: JsonNode.Parse("""{"b":[1.10,{"2":1,"1":2}],"a":null}"""), requestOptions: options);
        await client.SendAsync<Newtonsoft.Json.Linq.JToken>(HttpMethod.Post, Path, body: new { b = new object[] { 1.1, new Dictionary<string, int> { ["1"] = 2, ["2"] = 1 } }, a = (string?)null }, requestOptions: options);

        Assert.Equal(handler.Sent[1].Header("Authorization"), handler.Sent[0].Header("Authorization"));
    }
}
