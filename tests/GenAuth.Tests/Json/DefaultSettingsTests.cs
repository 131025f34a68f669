using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Tests.Json;

// The settings apply to the whole process, so the test is not parallel.
[CollectionDefinition(nameof(DefaultSettingsTests), DisableParallelization = true)]
[Collection(nameof(DefaultSettingsTests))]
public sealed class DefaultSettingsTests : IDisposable
{
    private readonly Func<JsonSerializerSettings>? _before = JsonConvert.DefaultSettings;

    public DefaultSettingsTests() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new KebabCaseNamingStrategy(true, true) },
        DateParseHandling = DateParseHandling.DateTimeOffset,
        DefaultValueHandling = DefaultValueHandling.Include,
        Formatting = Formatting.Indented,
        MissingMemberHandling = MissingMemberHandling.Error,
        NullValueHandling = NullValueHandling.Include,
        TypeNameHandling = TypeNameHandling.All,
        MaxDepth = 1,
    };

    public void Dispose() => JsonConvert.DefaultSettings = _before;

    [Fact]
    public async Task Default_settings_of_the_application_change_nothing_that_is_sent_or_read()
    {
        using var handler = new StubHandler("""{"statusCode":200,"brandNew":"2016-03-14T09:26:53Z","data":{"token_type":"bearer","expire_in":1,"deep":{"er":{}}}}""");
        var client = Clients.Create(handler);

        var response = await client.SignInByAlipayAsync("my-alipay", "1", new SignInByMobileOptionsDto { CustomData = new JObject { ["Age"] = 20 } });

        Assert.Equal(
            """{"extIdpConnidentifier":"my-alipay","connection":"alipay","alipayPayload":{"code":"1"},"options":{"customData":{"Age":20}},"client_id":"app","client_secret":"hunter2"}""",
            handler.Only.Body);
        Assert.Equal("2016-03-14T09:26:53Z", (string?)response.AdditionalProperties["brandNew"]);
        Assert.Single(response.Data.AdditionalProperties);
    }

    [Fact]
    public async Task Default_settings_of_the_application_do_not_change_the_data_of_an_error()
    {
        using var handler = new StubHandler("""{"statusCode":403,"data":{"at":"2016-03-14T09:26:53Z","deep":{"er":{}}}}""");

        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => Clients.Create(handler).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal("""{"at":"2016-03-14T09:26:53Z","deep":{"er":{}}}""", exception.ErrorData);
    }
}
