using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>Which questions the import asks, and how often.</summary>
public sealed class QuestionTests : IDisposable
{
    private readonly TinyApi _api = new();

    [Fact]
    public async Task Drafts_are_counted_in_every_import()
    {
        foreach (var name in new[] { "first", "second", "third" })
        {
            // The same draft three times.
            _api.PublishedType("ThingDto")["properties"]![name] = JObject.Parse("""{ "type": "string", "description": "A note about the thing" }""");
        }

        await _api.ImportAsync();
        var first = _api.Questions().Where(question => question.StartsWith("text ", StringComparison.Ordinal)).ToList();
        var run = await _api.ImportAsync();
        var second = _api.Questions().Where(question => question.StartsWith("text ", StringComparison.Ordinal)).ToList();

        Assert.Equal(["text ThingDto.first", "text ThingDto.second", "text ThingDto.third"], first.Order(StringComparer.Ordinal));
        Assert.Equal(first.Order(StringComparer.Ordinal), second.Order(StringComparer.Ordinal));
        Assert.Contains($"Texts to write (they begin with TODO in the document) (3){Environment.NewLine}  ThingDto: 3", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 changes, 3 questions to decide.", run.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sample_that_is_a_point_in_time_is_asked_about_and_stays_a_text()
    {
        _api.PublishedType("ThingDto")["properties"]!["madeAt"] = JObject.Parse("""{ "type": "string", "description": "When it was made", "example": "2022-07-03T02:20:30.000Z" }""");
        _api.PublishedType("ThingDto")["properties"]!["paidTime"] = JObject.Parse("""{ "type": "string", "description": "When it was paid", "example": "2022-08-09 11:59:46" }""");

        await _api.ImportAsync();

        Assert.Contains("differs ThingDto.madeAt", _api.Questions());
        Assert.DoesNotContain("differs ThingDto.paidTime", _api.Questions());
        Assert.Null(_api.Root["components"]!["schemas"]!["ThingDto"]!["properties"]!["madeAt"]!["format"]);
    }

    [Fact]
    public async Task New_tag_of_several_operations_is_one_question()
    {
        foreach (var method in new[] { "getBadge", "listBadges", "deleteBadge" })
        {
            AddOperation("BadgeController", method);
        }

        await _api.ImportAsync();

        Assert.Equal(["tag Badge tag"], _api.Questions().Where(question => question.StartsWith("tag ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "bearer": { "type": "http", "scheme": "bearer" } }""", """[ { "bearer": [] } ]""", """[{"appId":[],"userToken":[]}]""")]
    [InlineData("""{ "app": { "type": "apiKey", "in": "header", "name": "x-authing-app-id" } }""", """[ { "app": [] } ]""", """[{"appId":[]}]""")]
    [InlineData("""{ "app": { "type": "apiKey", "in": "header", "name": "x-genauth-app-id" }, "bearer": { "type": "http", "scheme": "Bearer" } }""", """[ { "bearer": [] }, { "app": [] } ]""", """[{"appId":[]},{"appId":[],"userToken":[]}]""")]
    [InlineData("""{ "basic": { "type": "http", "scheme": "basic" } }""", """[ {}, { "basic": [] } ]""", """[{"appId":[]},{"appId":[],"clientBasic":[]}]""")]
    [InlineData("{}", "[]", """[{"appId":[]}]""")]
    public async Task Published_authorization_of_a_new_operation_is_used_without_a_question(string schemes, string security, string expected)
    {
        _api.Change(root => root["paths"]!["/api/v3/login"]!["get"] = Another(root, "Authentication_other", """[ { "userToken": [] } ]"""));
        _api.PublishedOperation("/api/v3/login").Parent!.AddAfterSelf(new JProperty("get", _api.PublishedOperation("/api/v3/login").DeepClone()));
        AddOperation("LoginController", "logout")["security"] = JArray.Parse(security);
        _api.Published["components"]!["securitySchemes"] = JObject.Parse(schemes);

        await _api.ImportAsync();

        Assert.Equal(expected, _api.Root["paths"]!["/api/v3/logout"]!["post"]!["security"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.DoesNotContain("security Authentication_logout", _api.Questions());
    }

    [Fact]
    public async Task Other_authorization_of_an_existing_operation_is_a_question_until_it_is_decided()
    {
        _api.PublishedOperation("/api/v3/login")["security"] = JArray.Parse("""[ { "bearer": [] } ]""");
        _api.Published["components"]!["securitySchemes"] = JObject.Parse("""{ "bearer": { "type": "http", "scheme": "bearer" } }""");

        var first = await _api.ImportAsync();

        Assert.Contains("""Authentication_login: the service says [{"appId":[],"userToken":[]}], the document [{"appId":[]}];""", first.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 changes, 1 question to decide.", first.Output.TrimEnd(), StringComparison.Ordinal);

        await _api.ImportAsync("--decisions", _api.Decide(("security Authentication_login", JArray.Parse("""[ { "appId": [], "userToken": [] } ]"""))));
        var last = await _api.ImportAsync();

        Assert.Equal("""[{"appId":[],"userToken":[]}]""", _api.Operation("/api/v3/login")["security"]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("0 changes, 0 questions to decide.", last.Output.Trim());
    }

    [Fact]
    public async Task Other_authorization_that_a_row_of_the_deviations_covers_is_no_question()
    {
        _api.PublishedOperation("/api/v3/login")["security"] = JArray.Parse("""[ { "bearer": [] } ]""");
        _api.Published["components"]!["securitySchemes"] = JObject.Parse("""{ "bearer": { "type": "http", "scheme": "bearer" } }""");
        _api.Deviate("Authentication_login security", "*userToken*", """[{"appId":[]}]""");

        var run = await _api.ImportAsync();

        Assert.Equal("0 changes, 0 questions to decide.", run.Output.Trim());
    }

    [Fact]
    public async Task Undescribed_authorization_is_a_question_when_other_operations_differ()
    {
        _api.Change(root => root["paths"]!["/api/v3/login"]!["get"] = Another(root, "Authentication_other", """[ { "userToken": [] } ]"""));
        _api.PublishedOperation("/api/v3/login").Parent!.AddAfterSelf(new JProperty("get", _api.PublishedOperation("/api/v3/login").DeepClone()));
        AddOperation("LoginController", "logout");

        await _api.ImportAsync();

        Assert.Contains("security Authentication_logout", _api.Questions());
    }

    [Fact]
    public async Task Unused_type_is_reported()
    {
        _api.PublishedType("ThingDto")["properties"]!["shade"] = JObject.Parse("""{ "type": "integer", "format": "int32" }""");

        var run = await _api.ImportAsync();

        Assert.Contains("Shade: no operation uses this type; stays; --remove deletes it, a row in DEVIATIONS.md keeps it", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no more", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _api.Dispose();

    private static JToken Another(JObject root, string id, string security)
    {
        var operation = root["paths"]!["/api/v3/login"]!["post"]!.DeepClone();
        operation["operationId"] = id;
        operation["security"] = JArray.Parse(security);
        return operation;
    }

    private JObject AddOperation(string controller, string method)
    {
        var operation = (JObject)_api.PublishedOperation("/api/v3/login").DeepClone();
        operation["operationId"] = $"{controller}_{method}";
        _api.Published["paths"]![$"/api/v3/{method}"] = new JObject { ["post"] = operation };
        return operation;
    }
}
