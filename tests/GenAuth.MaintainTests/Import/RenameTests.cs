using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>A name that the service replaced by a similar one of the same type.</summary>
public sealed class RenameTests : IDisposable
{
    private readonly TinyApi _api = new();

    public RenameTests()
    {
        var properties = (JObject)_api.PublishedType("ThingDto")["properties"]!;
        properties.Property("eventDetail")!.Replace(new JProperty("eventDetails", JObject.Parse("""{ "type": "string", "description": "事件详情" }""")));
    }

    [Fact]
    public async Task Renamed_member_is_proposed_with_the_text_and_the_mark_of_the_old_one()
    {
        var run = await _api.ImportAsync();

        var made = _api.Member("ThingDto", "eventDetails");
        Assert.Contains("ThingDto.eventDetail: the service no longer has this member, and has a member of the same type under a similar name; eventDetails", run.Output, StringComparison.Ordinal);
        Assert.Equal(["rename ThingDto.eventDetail", "text ThingDto.eventDetails"], _api.Questions());
        Assert.Equal(("TODO: Detail of the event, as text.", "personal", "moved"), ((string?)made["description"], (string?)made["x-sensitive"], (string?)made["example"]));
        Assert.NotNull(_api.Member("ThingDto", "eventDetail"));
    }

    [Fact]
    public async Task Renamed_member_is_proposed_until_decided()
    {
        await _api.ImportAsync();
        await _api.ImportAsync();

        Assert.Equal(["rename ThingDto.eventDetail", "text ThingDto.eventDetails"], _api.Questions());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Confirmed_rename_moves_the_text_and_deletes_the_old_member(bool isImportedAlready)
    {
        await _api.ImportAsync(isImportedAlready ? [] : ["--dry-run"]);

        var run = await _api.ImportAsync("--decisions", _api.Decide(("rename ThingDto.eventDetail", true)));

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Null(_api.Type("ThingDto")["properties"]!["eventDetail"]);
        Assert.Equal("Detail of the event, as text.", (string?)_api.Member("ThingDto", "eventDetails")["description"]);
        Assert.Contains("0 changes, 0 questions", (await _api.ImportAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renamed_parameter_is_proposed()
    {
        _api.PublishedOperation("/api/v3/get-thing")["parameters"]![0]!["name"] = "thing_id";

        await _api.ImportAsync();
        await _api.ImportAsync("--decisions", _api.Decide(("rename Management_getThing?thingId", true)));

        var parameters = _api.Operation("/api/v3/get-thing")["parameters"]!;
        Assert.Equal(["withParts", "thing_id"], parameters.Values<string>("name"));
        Assert.Equal("ID of the thing.", (string?)parameters[1]!["description"]);
    }

    [Fact]
    public async Task Similar_name_of_another_type_is_not_a_rename()
    {
        _api.PublishedType("ThingDto")["properties"]!["eventDetails"] = JObject.Parse("""{ "type": "boolean" }""");

        await _api.ImportAsync();

        Assert.Contains("removed ThingDto.eventDetail", _api.Questions());
    }

    public void Dispose() => _api.Dispose();
}
