using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Json;

/// <summary>Programs may derive from the API's types. Generated code does not know their members, so they are serialized by reflection.</summary>
public sealed class DerivedTypeTests
{
    private const string Json = """{"code":"1","mine":"x","other":2}""";

    [Fact]
    public void Derived_type_is_written_at_the_root() => AssertJson(Json, Contract.Write(Mine()));

    [Fact]
    public void Derived_type_is_written_as_a_member() =>
        AssertJson($$"""{"alipayPayload":{{Json}}}""", Contract.Write(new SignInByMobileDto { AlipayPayload = Mine() }));

    [Fact]
    public void Derived_type_is_written_within_a_list() => AssertJson(
        """{"children":[{"name":"a"},{"name":"b","mine":"x"},null]}""",
        Contract.Write(new TreeStructs { Children = [new() { Name = "a" }, new MyTree { Name = "b", Mine = "x" }, null!] }));

    [Fact]
    public void API_types_within_a_derived_type_are_written() => AssertJson(
        """{"mine":"x","children":[{"children":[{"mine":"y"}]}]}""",
        Contract.Write(new MyTree { Mine = "x", Children = [new() { Children = [new MyTree { Mine = "y" }] }] }));

    [Fact]
    public void Derived_type_is_read()
    {
        var payload = Contract.Read<MyPayload>(Json);

        Assert.Equal(("1", "x"), (payload.Code, payload.Mine));
        Assert.Equal(["other"], payload.AdditionalProperties.Keys);
    }

    [Fact]
    public async Task Derived_type_is_sent_and_received_by_a_client()
    {
        using var handler = new StubHandler("""{"statusCode":200,"message":"m","mine":"x","data":{"authInfo":"a=b"},"other":2}""");

        var response = await Clients.Create(handler).SendAsync<MyResponse>(HttpMethod.Post, "/api/v3/mine", body: Mine());

        AssertJson(Json, handler.Only.Body);
        Assert.Equal((200, "m", "x", "a=b"), (response.StatusCode, response.Message, response.Mine, response.Data.AuthInfo));
        Assert.Equal(["other"], response.AdditionalProperties.Keys);
    }

    [Fact]
    public async Task Error_with_a_derived_type_is_the_exception_of_its_status()
    {
        using var handler = new StubHandler("""{"statusCode":403,"message":"no","mine":"x","data":{"why":1}}""");

        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => Clients.Create(handler).SendAsync<MyResponse>(HttpMethod.Get, "/api/v3/mine"));

        Assert.Equal("""{"why":1}""", exception.ErrorData);
    }

    [Fact]
    public void Derived_type_has_its_callbacks_called_after_reading() =>
        Assert.Equal(7200, Contract.Read<MyTokens>("""{"expires_in":"7200"}""").ExpireIn);

    [Fact]
    public void Abstract_type_is_a_JsonException() =>
        Assert.ThrowsAny<JsonException>(() => Contract.Read<ExtensibleObject>("{}"));

    private static MyPayload Mine()
    {
        var payload = new MyPayload { Code = "1", Mine = "x" };
        payload.AdditionalProperties["other"] = 2;
        return payload;
    }

    /// <summary>Compares without the order of members.</summary>
    private static void AssertJson(string expected, string? written) =>
        Assert.True(JToken.DeepEquals(Contract.Parse(expected), Contract.Parse(written!)), $"expected: {expected}\nwritten:  {written}");

    private sealed class MyPayload : SignInByAlipayPayloadDto
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }
    }

    private sealed class MyTree : TreeStructs
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }
    }

    private sealed class MyResponse : GetAlipayAuthInfoRespDto
    {
        [JsonProperty("mine")]
        public string? Mine { get; set; }
    }

    private sealed class MyTokens : LoginTokenResponseDataDto;
}
