using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

public sealed class SchemaFormTests
{
    // The only names whose values may have a fraction.
    private static readonly HashSet<string> Fractions = ["min", "max", "lon", "lat", "securityScore", "lastSyncRate"];

    // The values of every envelope's statusCode, which stays a plain integer, and what some free-form members hold.
    private static readonly string[] MeantByText = ["StatusCode", "ApplicationPermissionApplyApprovalObject", "RolePermissionApplyApprovalObject", "InvitationPostRespDto"];

    [Fact]
    public void There_are_no_alternatives() => Report.None(
        TheDocument.Places.Where(place => place.Schema["oneOf"] is not null || place.Schema["anyOf"] is not null || place.Schema["not"] is not null).Select(place => place.Name),
        "The code generator takes the first alternative and forgets the rest. Describe a free-form member instead: a description and no type.");

    [Fact]
    public void An_integer_says_how_large_it_can_be() => Report.None(
        TheDocument.Places.Where(place => (string?)place.Schema["type"] == "integer" && (string?)place.Schema["format"] is not ("int32" or "int64")).Select(place => place.Name),
        "Add the format int32 or int64.");

    [Fact]
    public void A_number_with_a_fraction_is_a_rare_thing() => Report.None(
        TheDocument.Places
            .Where(place => (string?)place.Schema["type"] == "number" && ((string?)place.Schema["format"] != "double" || !Fractions.Contains(place.Name.Split('.')[^1])))
            .Select(place => place.Name),
        "Use integer with int32 or int64. If the value can have a fraction, use number with double and add the name to this test.");

    [Fact]
    public void A_reference_stands_alone_and_one_with_a_text_of_its_own_is_in_allOf() => Report.None(
        TheDocument.Places.Where(place => !RefersWell(place.Schema)).Select(place => place.Name),
        "OpenAPI 3.0 ignores what stands beside a bare $ref: put the one reference into allOf, beside its description.");

    [Fact]
    public void Every_reference_leads_to_a_schema() => Report.None(
        TheDocument.Root.Descendants().OfType<JProperty>()
            .Where(property => property.Name == "$ref" && TheDocument.NameIn((JObject)property.Parent!) is not { } name || property.Name == "$ref" && TheDocument.Schemas[TheDocument.NameIn((JObject)property.Parent!)!] is null)
            .Select(property => property.Path),
        "Correct the reference, or add the schema.");

    [Fact]
    public void Every_list_says_of_what() => Report.None(
        TheDocument.Places.Where(place => ((string?)place.Schema["type"] == "array") != (place.Schema["items"] is not null)).Select(place => place.Name),
        "A list has type array and items.");

    [Fact]
    public void What_is_required_exists_and_is_there_once() => Report.None(
        TheDocument.Places.SelectMany(place => Required(place.Schema)
            .Where(name => place.Schema["properties"]?[name] is null || Required(place.Schema).Count(other => other == name) > 1)
            .Select(name => $"{place.Name}: {name}")),
        "Correct the list in required.");

    [Fact]
    public void Every_schema_is_reached_from_an_operation()
    {
        var reached = new HashSet<string>(MeantByText);
        var open = new Queue<JToken>(TheDocument.Operations.Select(operation => operation.Node));
        while (open.TryDequeue(out var node))
        {
            foreach (var name in node.SelectTokens("$..['$ref']").Select(target => ((string)target!).Split('/')[^1]).Where(reached.Add))
            {
                open.Enqueue(TheDocument.Schemas[name]!);
            }
        }

        Report.None(TheDocument.Schemas.Properties().Select(schema => schema.Name).Except(reached), "Nothing uses these schemas. Delete them, or refer to them.");
    }

    [Fact]
    public void Only_the_body_of_an_upload_has_members_inline() => Report.None(
        TheDocument.Places.Where(place => place.Schema["properties"] is not null && TheDocument.Schemas[place.Name] != place.Schema && place.Name != "Management_upload body").Select(place => place.Name),
        "Give these members a schema of their own under components, so that the type has a name.");

    private static IReadOnlyList<string> Required(JObject schema) => [.. schema["required"]?.Select(name => (string)name!) ?? []];

    private static bool RefersWell(JObject schema) =>
        schema["$ref"] is not null ? schema.Count == 1 : schema["allOf"] is not JArray all || (all.Count == 1 && all[0] is JObject { Count: 1 } only && only["$ref"] is not null);
}
