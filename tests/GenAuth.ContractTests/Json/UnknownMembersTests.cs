using GenAuth.ContractTests.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Json;

public sealed class UnknownMembersTests : ContractTest
{
    [Fact]
    [Stub("broken/unknown-members#everywhere")]
    public async Task Unknown_members_are_kept_by_name()
    {
        var response = await Serve().Client().GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(["traceId", "flags"], response.AdditionalProperties.Keys);
        Assert.Equal(["expiresAt", "hint", "nested"], response.Data.AdditionalProperties.Keys);
        Assert.Equal(2.5, (double?)response.AdditionalProperties["flags"]["list"]?[1]);
        Assert.Equal(9007199254740993, (long?)response.Data.AdditionalProperties["nested"]["n"]);
    }

    [Theory]
    [EveryStub("broken/unknown-members")]
    public async Task Unknown_members_are_written_back(string stub)
    {
        var service = ServeCase(stub);
        var response = await service.Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        using var raw = new HttpClient();
        var sent = await raw.GetStringAsync(new Uri(service.Url + service.Request.Path));

        Assert.Equal(Tokens(sent), Tokens(JsonConvert.SerializeObject(response)));
    }

    [Fact]
    [Stub("broken/unknown-members#names with a meaning elsewhere")]
    public async Task Metadata_names_of_serializers_are_ordinary_members()
    {
        var response = await Serve().Client().GetAlipayAuthInfoAsync(TestClient.Connection);
        Assert.Equal("app_id=xxxxx", response.Data.AuthInfo);
        Assert.Equal("System.Diagnostics.Process, System.Diagnostics.Process", (string?)response.Data.AdditionalProperties["$type"]);
    }

    [Fact]
    public void Response_created_by_hand_has_no_unknown_members() =>
        Assert.Equal("""{"statusCode":200}""", JsonConvert.SerializeObject(new Models.GetAlipayAuthInfoRespDto { StatusCode = 200 }));

    /// <summary>Path and text of every value, sorted by path, because the order of members has no meaning.</summary>
    private static IEnumerable<string> Tokens(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. JToken.ReadFrom(reader).SelectTokens("$..*").OfType<JValue>()
            .Select(value => $"{value.Path} {value.ToString(Formatting.None)}").Order(StringComparer.Ordinal)];
    }
}
