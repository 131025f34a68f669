using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>The effect of one change of the service on the document and on the report.</summary>
public sealed class PlantedChangeTests : IDisposable
{
    // A part of the API is sufficient and faster to import.
    private static readonly string[] Paths = ["/api/v3/get-group", "/api/v3/list-groups", "/api/v3/get-profile", "/api/v3/list-users", "/api/v3/update-user", "/api/v3/get-all-departments"];

    private readonly ImportFolder _place = new(Paths);
    private readonly PublishedForm _service = PublishedForm.FromFacts(Paths);

    private JObject Schemas => (JObject)_place.Root["components"]!["schemas"]!;

    [Fact]
    public async Task Newly_required_member_keeps_its_text()
    {
        var before = Schemas["UserDto"]!["properties"]!["email"]!;
        _service.Change("UserDto", schema => ((JArray)schema["required"]!).Add("email"));

        var run = await ImportAsync(exitCode: 0);

        Assert.Contains("UserDto.email: is required now", run.Output, StringComparison.Ordinal);
        Assert.Contains("email", Schemas["UserDto"]!["required"]!.Values<string>());
        Assert.True(JToken.DeepEquals(before, Schemas["UserDto"]!["properties"]!["email"]));
    }

    [Fact]
    public async Task Member_with_a_changed_type_keeps_its_text()
    {
        var text = (string?)Schemas["UserDto"]!["properties"]!["loginsCount"]!["description"];
        _service.Change("UserDto", schema => schema["properties"]!["loginsCount"] = new JObject { ["type"] = "string" });

        var run = await ImportAsync(exitCode: 1);

        Assert.Contains("UserDto.loginsCount: type integer/int32 -> string", run.Output, StringComparison.Ordinal);
        Assert.Equal(("string", null, text), ((string?)LoginsCount["type"], (string?)LoginsCount["format"], (string?)LoginsCount["description"]));
    }

    [Fact]
    public async Task New_member_follows_its_predecessor_with_a_draft_and_the_mark_of_its_name()
    {
        _service.Change("ResGroupDto", schema => schema["properties"]!["code"]!.Parent!.AddAfterSelf(new JProperty("phone", new JObject { ["type"] = "string", ["description"] = "手机号" })));

        var run = await ImportAsync(exitCode: 1);

        var names = ((JObject)Schemas["ResGroupDto"]!["properties"]!).Properties().Select(property => property.Name).ToList();
        var made = Schemas["ResGroupDto"]!["properties"]!["phone"]!;
        Assert.Equal(names.IndexOf("code") + 1, names.IndexOf("phone"));
        Assert.StartsWith("TODO: ", (string?)made["description"], StringComparison.Ordinal);
        Assert.Equal("personal", (string?)made["x-sensitive"]);
        Assert.Contains("ResGroupDto.phone: member added: string", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_enum_value_gets_a_constant_name_and_a_draft()
    {
        _service.Change("UserDto", schema => ((JArray)schema["properties"]!["gender"]!["enum"]!).Add("NOT_SAID"));

        var run = await ImportAsync(exitCode: 1);

        Assert.Equal(("NOT_SAID", "NotSaid"), ((string?)Schemas["Gender"]!["enum"]!.Last, (string?)Schemas["Gender"]!["x-enumNames"]!.Last));
        Assert.StartsWith("TODO: ", (string?)Schemas["Gender"]!["x-enumDescriptions"]!.Last, StringComparison.Ordinal);
        Assert.Contains("Gender: value NOT_SAID added, for UserDto.gender", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_and_default_come_from_the_service()
    {
        var limit = (JObject)_service.Operation("get", "/api/v3/list-groups")["parameters"]!.Single(parameter => (string?)parameter["name"] == "limit")["schema"]!;
        limit["default"] = 20;
        limit["maximum"] = 50;

        var run = await ImportAsync(exitCode: 1);

        var schema = _place.Root["paths"]!["/api/v3/list-groups"]!["get"]!["parameters"]![2]!["schema"]!;
        Assert.Equal(["type", "format", "maximum", "default"], ((JObject)schema).Properties().Select(property => property.Name));
        Assert.Contains("Management_listGroups?limit: default 10 -> 20", run.Output, StringComparison.Ordinal);
        Assert.Contains("Management_listGroups?limit: default was 10, which the text mentions; Number of items of a page; 10 when left out.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_parameter_has_the_form_of_the_project()
    {
        ((JArray)_service.Operation("get", "/api/v3/list-groups")["parameters"]!).Add(JObject.Parse("""{ "name": "codes", "in": "query", "schema": { "type": "array", "items": { "type": "string" } } }"""));

        var run = await ImportAsync(exitCode: 1);

        var made = (JObject)_place.Root["paths"]!["/api/v3/list-groups"]!["get"]!["parameters"]!.Last!;
        Assert.Equal(["name", "in", "description", "style", "explode", "schema", "x-csharp-name"], made.Properties().Select(property => property.Name));
        Assert.Equal("codes[]", (string?)made["name"]);
        Assert.Contains("Management_listGroups?codes: parameter added: [string]", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hidden_operation_is_left_out_and_listed()
    {
        ((JObject)_service.Authentication["paths"]!)["/oidc/auth"] = JObject.Parse("""{ "get": { "operationId": "OidcController_frontChannelAuth", "x-hidden": true, "responses": { "302": { "description": "" } } } }""");

        var run = await ImportAsync(exitCode: 0);

        Assert.Contains("GET /oidc/auth: is hidden by the service and left out", run.Output, StringComparison.Ordinal);
        Assert.Null(_place.Root["paths"]!["/oidc/auth"]);
    }

    [Fact]
    public async Task Deviation_is_kept_while_the_rest_of_the_member_changes()
    {
        _service.Change("DepartmentPagingDto", schema => ((JArray)schema["required"]!).First(name => (string?)name == "totalCount").Remove());

        var run = await ImportAsync(exitCode: 0);

        Assert.Contains("DepartmentPagingDto.totalCount: is no longer required", run.Output, StringComparison.Ordinal);
        Assert.Equal("integer", (string?)Schemas["DepartmentPagingDto"]!["properties"]!["totalCount"]!["type"]);
    }

    [Fact]
    public async Task Response_that_the_service_no_longer_describes_is_kept_and_listed()
    {
        _service.Operation("get", "/api/v3/list-groups")["responses"] = JObject.Parse("""{ "200": { "description": "" } }""");

        var before = _place.Text;
        var run = await ImportAsync(exitCode: 1);

        Assert.Contains("Management_listGroups response: the service says any, the document GroupPaginatedRespDto", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, _place.Text);
    }

    public void Dispose() => _place.Dispose();

    private JObject LoginsCount => (JObject)Schemas["UserDto"]!["properties"]!["loginsCount"]!;

    /// <summary>Imports twice; the second import must change nothing.</summary>
    private async Task<Run> ImportAsync(int exitCode)
    {
        var run = await _place.ImportAsync(_service);
        var once = _place.Text;
        var again = await _place.ImportAsync(_service);

        Assert.Equal((exitCode, string.Empty), (run.ExitCode, run.Error));
        Assert.Equal(once, _place.Text);
        Assert.DoesNotContain("Changed (", again.Output, StringComparison.Ordinal);
        return run;
    }
}
