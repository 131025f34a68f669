using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>The changes and questions of an import when the type of a value changes.</summary>
public sealed class TypeChangeTests : IDisposable
{
    private static readonly string[] OtherTypes = ["ThingDto", "LoginDto"];

    private readonly TinyApi _api = new();

    private JObject WithParts => (JObject)_api.PublishedOperation("/api/v3/get-thing")["parameters"]![1]!["schema"]!;

    [Fact]
    public async Task Import_of_an_unchanged_API_changes_and_asks_nothing()
    {
        var run = await _api.ImportAsync();

        Assert.Equal((0, "0 changes, 0 questions to decide.", string.Empty), (run.ExitCode, run.Output.Trim(), run.Error));
    }

    [Fact]
    public async Task Default_of_another_type_is_kept_and_asked_about_in_every_import()
    {
        WithParts["default"] = "false";

        for (var time = 0; time < 2; time++)
        {
            var run = await _api.ImportAsync();

            Assert.Contains("Management_getThing?withParts: the service says default \"false\", which is not valid for the type; stays default false;", run.Output, StringComparison.Ordinal);
            Assert.EndsWith("0 changes, 1 question to decide.", run.Output.TrimEnd(), StringComparison.Ordinal);
            Assert.Equal(JValue.CreateString("False").Value, _api.Operation("/api/v3/get-thing")["parameters"]![1]!["schema"]!["default"]!.ToString());
        }
    }

    [Fact]
    public async Task Defaults_are_reported_as_JSON_spells_them()
    {
        ((JObject)_api.PublishedType("LoginDto")["properties"]!["mode"]!).Remove("default");
        WithParts["default"] = true;

        var run = await _api.ImportAsync();

        Assert.Contains("LoginDto.mode: default \"none\" -> none", run.Output, StringComparison.Ordinal);
        Assert.Contains("Management_getThing?withParts: default false -> true", run.Output, StringComparison.Ordinal);
        Assert.Contains("Management_getThing?withParts: default was false, which the text mentions; Whether parts are returned; false by default.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_and_sample_of_a_member_with_a_changed_type_are_questions()
    {
        _api.PublishedType("ThingDto")["properties"]!["logo"] = JObject.Parse("""{ "type": "array", "items": { "type": "string" } }""");

        var run = await _api.ImportAsync();

        Assert.Contains("ThingDto.logo: type string -> [string]", run.Output, StringComparison.Ordinal);
        Assert.Equal(["example ThingDto.logo", "text ThingDto.logo"], _api.Questions().Order(StringComparer.Ordinal));
        Assert.Equal("URL of the logo.", (string?)_api.Member("ThingDto", "logo")["description"]);
    }

    [Fact]
    public async Task Texts_of_an_operation_with_a_changed_result_are_questions()
    {
        _api.Published["components"]!["schemas"]!["OtherRespDto"] = _api.PublishedType("ThingRespDto").DeepClone();
        _api.PublishedOperation("/api/v3/get-thing")["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"] = "#/components/schemas/OtherRespDto";

        await _api.ImportAsync();

        Assert.Superset(
            new HashSet<string> { "text Management_getThing response", "text Management_getThing summary", "text Management_getThing description" },
            _api.Questions().ToHashSet());
    }

    [Fact]
    public async Task Text_of_a_parameter_with_a_changed_type_is_a_question()
    {
        WithParts.Replace(JObject.Parse("""{ "type": "array", "items": { "type": "string" } }"""));

        var run = await _api.ImportAsync();

        Assert.Contains("Management_getThing?withParts: type boolean -> [string]", run.Output, StringComparison.Ordinal);
        Assert.Contains("text Management_getThing?withParts", _api.Questions());
    }

    [Fact]
    public async Task Text_of_a_body_with_a_changed_type_is_a_question()
    {
        _api.Published["components"]!["schemas"]!["OtherDto"] = _api.PublishedType("LoginDto").DeepClone();
        _api.PublishedOperation("/api/v3/login")["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"] = "#/components/schemas/OtherDto";

        var run = await _api.ImportAsync();

        Assert.Contains("Authentication_login body: type LoginDto -> OtherDto", run.Output, StringComparison.Ordinal);
        Assert.Contains("text Authentication_login body", _api.Questions());
    }

    [Fact]
    public async Task Text_that_calls_a_newly_required_member_optional_is_a_question()
    {
        _api.PublishedOperation("/api/v3/get-thing")["parameters"]![1]!["required"] = true;

        var run = await _api.ImportAsync();

        Assert.Contains("Management_getThing?withParts: is required now, and the text says that it can be omitted;", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wider_number_adds_no_question_about_texts()
    {
        _api.PublishedType("ThingDto")["properties"]!["size"]!["format"] = "int64";

        var run = await _api.ImportAsync();

        Assert.Contains("ThingDto.size: type integer/int32 -> integer/int64", run.Output, StringComparison.Ordinal);
        Assert.Empty(_api.Questions());
    }

    [Fact]
    public async Task Draft_of_a_new_member_does_not_use_texts_of_other_types()
    {
        _api.Change(root =>
        {
            foreach (var type in OtherTypes)
            {
                root["components"]!["schemas"]![type]!["properties"]!["note"] = JObject.Parse("""{ "type": "string", "description": "Note of the thing, leaving it out clears it." }""");
                _api.PublishedType(type)["properties"]!["note"] = JObject.Parse("""{ "type": "string" }""");
            }
        });
        _api.PublishedType("ThingRespDto")["properties"]!["note"] = JObject.Parse("""{ "type": "string", "description": "说明" }""");

        await _api.ImportAsync();

        Assert.Equal("TODO: The note of the thing.", (string?)_api.Member("ThingRespDto", "note")["description"]);
        Assert.Contains("text ThingRespDto.note", _api.Questions());
    }

    [Fact]
    public async Task Enum_of_true_and_false_is_a_boolean()
    {
        _api.PublishedType("ThingDto")["properties"]!["isNew"] = JObject.Parse("""{ "type": "boolean", "enum": [ true, false ] }""");

        await _api.ImportAsync();
        var again = await _api.ImportAsync();

        Assert.Equal("boolean", (string?)_api.Member("ThingDto", "isNew")["type"]);
        Assert.Contains("0 changes", again.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _api.Dispose();
}
