using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

public sealed partial class EnumTests
{
    // What every generated enum has already; those of integers have some more.
    private static readonly HashSet<string> Taken = ["Value", "IsKnown", "Equals", "GetHashCode", "GetType", "ToString"];
    private static readonly HashSet<string> TakenByIntegers = [.. Taken, "Name", "Description", "Remedy"];

    private static readonly IReadOnlyList<JProperty> Enums = [.. TheDocument.Schemas.Properties().Where(schema => schema.Value["enum"] is not null)];

    [Fact]
    public void An_enum_is_a_named_schema() => Report.None(
        TheDocument.Places.Where(place => place.Schema["enum"] is not null && TheDocument.Schemas[place.Name] != place.Schema).Select(place => place.Name),
        "Give these values a schema of their own under components and refer to it; inline enums get numbered type names.");

    [Fact]
    public void An_enum_is_of_text_or_of_integers_and_says_which() => Report.None(
        Enums.Where(schema => !schema.Value["enum"]!.All(value => value.Type == ((string?)schema.Value["type"] == "integer" ? JTokenType.Integer : JTokenType.String))).Select(schema => schema.Name),
        "Make type and values agree.");

    [Fact]
    public void Every_value_is_there_once_with_a_name_and_a_description() => Report.None(
        Enums.Where(schema => schema.Value["enum"]!.Distinct().Count() != Count(schema, "enum") || Count(schema, "x-enumNames") != Count(schema, "enum") || Count(schema, "x-enumDescriptions") != Count(schema, "enum"))
            .Select(schema => $"{schema.Name}: {Count(schema, "enum")} values, {Count(schema, "x-enumNames")} names, {Count(schema, "x-enumDescriptions")} descriptions"),
        "enum, x-enumNames and x-enumDescriptions go side by side, no value twice.");

    [Fact]
    public void Remedies_are_for_all_values_of_an_enum_of_codes_or_for_none() => Report.None(
        Enums.Where(schema => Count(schema, "x-enumRemedies") != 0 && ((string?)schema.Value["type"] != "integer" || Count(schema, "x-enumRemedies") != Count(schema, "enum"))).Select(schema => schema.Name),
        "x-enumRemedies has one text for each value of an integer enum.");

    [Fact]
    public void Every_values_name_is_a_good_constant_and_there_once() => Report.None(
        Enums.SelectMany(schema => Names(schema).Where(name => !ConstantName().IsMatch(name) || TakenIn(schema).Contains(name) || name == schema.Name).Concat(Twice(Names(schema))).Select(name => $"{schema.Name}.{name}")),
        "Choose another name in x-enumNames: PascalCase, not the enum's own name, none that every enum has already, none twice.");

    [Fact]
    public void Every_value_of_an_enum_means_something_of_its_own() => Report.None(
        Enums.SelectMany(schema => Twice((schema.Value["x-enumDescriptions"] ?? new JArray()).Select(text => (string)text!)).Select(text => $"{schema.Name}: {text}")),
        "Say in x-enumDescriptions how these values differ.");

    [Fact]
    public void No_two_enums_have_the_same_values() => Report.None(
        Enums.GroupBy(schema => string.Join('|', schema.Value["enum"]!.Select(value => (string)value!).Order(StringComparer.Ordinal)))
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(", ", group.Select(schema => schema.Name))),
        "Let one of them serve all places.");

    private static HashSet<string> TakenIn(JProperty schema) => (string?)schema.Value["type"] == "integer" ? TakenByIntegers : Taken;

    private static int Count(JProperty schema, string list) => schema.Value[list]?.Count() ?? 0;

    private static IEnumerable<string> Names(JProperty schema) => (schema.Value["x-enumNames"] ?? new JArray()).Select(name => (string)name!);

    private static IEnumerable<string> Twice(IEnumerable<string> texts) => texts.GroupBy(text => text).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex ConstantName();
}
