using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>Every text of the document becomes IntelliSense text of somebody.</summary>
public sealed class ProseTests
{
    private const string Remedy = "Write these texts in openapi/genauth-v3.json: meaning, unit, format, default, in plain ASCII sentences.";

    private static IEnumerable<JProperty> NamedSchemas => TheDocument.Schemas.Properties();

    [Fact]
    public void Every_operation_says_what_it_does() => Check(TheDocument.Operations.SelectMany(operation => new[]
    {
        new Prose(operation.Id + " summary", (string?)operation.Node["summary"], operation.Id),
        new Prose(operation.Id + " description", (string?)operation.Node["description"], operation.Id),
        new Prose(operation.Id + " answer", (string?)operation.Node["responses"]!["200"]!["description"], string.Empty),
    }));

    [Fact]
    public void An_operations_summary_is_one_short_line_and_its_description_says_more() => Report.None(
        TheDocument.Operations
            .Where(operation => ((string?)operation.Node["summary"])?.Length > 120 || (string?)operation.Node["summary"] == (string?)operation.Node["description"])
            .Select(operation => operation.Id),
        "Keep the summary within 120 characters, and the rest for the description.");

    [Fact]
    public void Every_parameter_says_what_it_takes() => Check(TheDocument.Operations.SelectMany(operation => operation.Parameters, (operation, parameter) =>
        new Prose($"{operation.Id}({(string?)parameter["name"]})", (string?)parameter["description"], (string)parameter["name"]!)));

    [Fact]
    public void Every_body_says_what_it_carries() => Check(TheDocument.Operations.Where(operation => operation.Body is not null).Select(operation =>
        new Prose(operation.Id + " body", (string?)operation.Node["requestBody"]!["description"], string.Empty)));

    [Fact]
    public void Every_schema_says_what_it_is() => Check(NamedSchemas.Select(schema => new Prose(schema.Name, (string?)schema.Value["description"], schema.Name)));

    [Fact]
    public void Every_property_says_what_it_holds() => Check(TheDocument.Places.SelectMany(place => TheDocument.Properties(place.Schema), (place, property) =>
        new Prose($"{place.Name}.{property.Name}", (string?)property.Value["description"], property.Name)));

    [Fact]
    public void Every_enum_value_says_what_it_means_and_every_remedy_what_to_do() => Check(NamedSchemas.SelectMany(schema =>
        Texts(schema, "x-enumDescriptions").Concat(Texts(schema, "x-enumRemedies"))));

    [Fact]
    public void Every_tag_and_way_to_sign_says_what_it_is_for() => Check(
        TheDocument.Root["tags"]!.Select(tag => new Prose($"tag {(string?)tag["name"]}", (string?)tag["description"], (string)tag["name"]!))
            .Concat(((JObject)TheDocument.Root["components"]!["securitySchemes"]!).Properties().Select(scheme => new Prose(scheme.Name, (string?)scheme.Value["description"], scheme.Name)))
            .Append(new Prose("info", (string?)TheDocument.Root["info"]!["description"], "info")));

    private static IEnumerable<Prose> Texts(JProperty schema, string extension) => schema.Value[extension] is { } texts
        ? texts.Select((text, index) => new Prose($"{schema.Name} {extension} {(string?)schema.Value["enum"]![index]}", (string?)text, string.Empty))
        : [];

    private static void Check(IEnumerable<Prose> texts)
    {
        var all = texts.ToList();

        Assert.NotEmpty(all);
        Report.None(
            all.Select(prose => (prose, Problem: ProseRules.Problem(prose.Text, prose.Name))).Where(found => found.Problem is not null)
                .Select(found => $"{found.prose.Place} {found.Problem}: {found.prose.Text}"),
            Remedy);
    }

    private sealed record Prose(string Place, string? Text, string Name);
}
