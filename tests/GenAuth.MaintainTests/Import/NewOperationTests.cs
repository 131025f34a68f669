using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>A new operation with its types, from a hand-written document.</summary>
public sealed class NewOperationTests(ImportedBadges imported) : IClassFixture<ImportedBadges>
{
    private readonly Run _run = imported.Run;
    private readonly JObject _root = imported.Root;

    private JToken Schemas => _root["components"]!["schemas"]!;

    private JToken Added => _root["paths"]!["/api/v3/list-badges"]!["get"]!;

    [Fact]
    public void New_operation_has_the_client_and_the_tag_of_its_controller()
    {
        Assert.Equal("Management_listBadges", (string?)Added["operationId"]);
        Assert.Equal("Groups", (string?)Added["tags"]!.Single());
    }

    [Fact]
    public void New_operation_has_one_JSON_response_and_no_vendor_extension()
    {
        Assert.Equal("/components/schemas/BadgeListRespDto", ((string)Added["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!)[1..]);
        Assert.Equal(["tags", "summary", "description", "operationId", "parameters", "responses", "security", "x-retry", "x-paging"], ((JObject)Added).Properties().Select(property => property.Name));
    }

    [Fact]
    public void New_operation_has_the_usual_security_and_is_never_retried_until_decided()
    {
        Assert.Equal(_root["paths"]!["/api/v3/list-groups"]!["get"]!["security"]!, Added["security"]!, JToken.EqualityComparer);
        Assert.Equal("never", (string?)Added["x-retry"]);
        Assert.Contains($"x-retry to decide (1){Environment.NewLine}  Management_listBadges", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void New_list_gets_x_paging() =>
        Assert.Equal("""{"style":"page","in":"query","page":"page","limit":"limit","items":"data.list","total":"data.totalCount","itemType":"BadgeDto"}""", Added["x-paging"]!.ToString(Newtonsoft.Json.Formatting.None));

    [Fact]
    public void New_numbers_get_types_from_their_names_or_values_or_a_question()
    {
        var members = Schemas["BadgeDto"]!["properties"]!;

        Assert.Equal(("integer", "int32"), Number(members["ownersCount"]!));
        Assert.Equal(("integer", "int64"), Number(members["grantedAt"]!));
        Assert.Equal(("number", "double"), Number(members["share"]!));
        Assert.Equal(("integer", "int64"), Number(members["luck"]!));
        Assert.Contains($"Sizes of numbers to decide (1){Environment.NewLine}  Badge.luck", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Inline_enum_becomes_the_enum_with_the_same_values_or_a_new_one()
    {
        var members = Schemas["BadgeDto"]!["properties"]!;

        Assert.Equal("#/components/schemas/UserStatus", (string?)members["state"]!["allOf"]![0]!["$ref"]);
        Assert.Equal("#/components/schemas/BadgeShape", (string?)members["shape"]!["allOf"]![0]!["$ref"]);
        Assert.Equal(["Round", "HeartShaped", "Value3Cornered"], Schemas["BadgeShape"]!["x-enumNames"]!.Values<string>());
    }

    [Fact]
    public void Type_with_a_general_name_is_renamed_and_keeps_its_source_name()
    {
        Assert.Equal("Badge", (string?)Schemas["BadgeDto"]!["x-source-name"]);
        Assert.Contains("| `Badge` | `BadgeDto` |", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Alternatives_become_free_form_with_a_question()
    {
        Assert.Null(Schemas["BadgeDto"]!["properties"]!["rule"]!["oneOf"]);
        Assert.Null(Schemas["BadgeDto"]!["properties"]!["rule"]!["type"]);
        Assert.Contains("Badge.rule: oneOf(string, Badge)", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void New_envelope_has_the_usual_members()
    {
        var members = Schemas["BadgeListRespDto"]!["properties"]!;

        Assert.Equal("#/components/schemas/ApiCode", (string?)members["apiCode"]!["allOf"]![0]!["$ref"]);
        Assert.DoesNotContain("TODO", (string?)members["statusCode"]!["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_report_contains_the_published_texts()
    {
        var report = imported.Report;
        var summary = report["undecided"]!.Single(item => (string?)item["place"] == "Management_listBadges summary");

        Assert.Equal(("text", "获取徽章列表", "TODO: Lists badges."), ((string?)summary["kind"], (string?)summary["published"], (string?)summary["proposal"]));
        Assert.True(imported.Text.All(letter => letter < 127));
    }

    [Fact]
    public void Drafts_are_questions_until_they_are_written()
    {
        Assert.Equal((1, 1, string.Empty), (_run.ExitCode, imported.Again.ExitCode, imported.Again.Error));
        Assert.Contains("TODO: Lists badges.", imported.TextsToWriteAgain);
    }

    private static (string?, string?) Number(JToken member) => ((string?)member["type"], (string?)member["format"]);
}
