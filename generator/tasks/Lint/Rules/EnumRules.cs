using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Sets of values, each of which becomes a type with a constant for each value.</summary>
internal static class EnumRules
{
    // What every generated enum has already; those of integers have some more.
    private static readonly HashSet<string> Taken = ["Value", "IsKnown", "Equals", "GetHashCode", "GetType", "ToString"];
    private static readonly HashSet<string> TakenByIntegers = [.. Taken, "Name", "Description", "Remedy"];

    private static readonly Regex ConstantName = new(@"^[A-Z][A-Za-z0-9]*\z");

    public static IEnumerable<Finding> Named(DocumentModel document) =>
        from place in document.Places
        where !place.IsNamed && place.Schema.Has("enum")
        select place.Finding("Inline enums get numbered type names. Give these values a schema of their own under components and refer to it.", "enum");

    public static IEnumerable<Finding> TypeOfValues(DocumentModel document) =>
        from schema in document.Enums
        where schema.Place.Type is not ("string" or "integer") || schema.Values.Count == 0
            || schema.Values.Any(value => value.Type != (schema.IsOfIntegers ? JTokenType.Integer : JTokenType.String))
        select schema.Place.Finding("An enum is a list of texts with the type string, or of integers with the type integer. Make type and values agree.", "enum");

    public static IEnumerable<Finding> Complete(DocumentModel document) =>
        from schema in document.Enums
        from list in new[] { (Key: "x-enumNames", Items: schema.Names), (Key: "x-enumDescriptions", Items: schema.Descriptions) }
        where list.Items.Count != schema.Values.Count
        select schema.Place.Finding($"There are {schema.Values.Count} values, but {list.Items.Count} texts in {list.Key}. Write one for each value, in their order.", list.Key);

    public static IEnumerable<Finding> DifferentValues(DocumentModel document) =>
        from schema in document.Enums
        from value in Repeated(schema.Values)
        select new Finding(schema.Name, value, $"The value '{Finding.Quote(value.ToString())}' is there twice. Delete one.", schema.Name);

    public static IEnumerable<Finding> Remedies(DocumentModel document) =>
        from schema in document.Enums
        where schema.Place.Schema.Has("x-enumRemedies") && (!schema.IsOfIntegers || schema.Remedies.Count != schema.Values.Count)
        select schema.Place.Finding("x-enumRemedies has one text for each value of an enum of integers. Complete or delete it.", "x-enumRemedies");

    public static IEnumerable<Finding> ConstantNames(DocumentModel document) =>
        from schema in document.Enums
        from name in schema.Names.Where(name => !IsGood(name.AsText(), schema)).Concat(Repeated(schema.Names))
        select new Finding($"{schema.Name}.{name}", name, "Choose another name in x-enumNames: PascalCase, not the enum's own name, none that every enum has already, none twice.");

    public static IEnumerable<Finding> DifferentMeanings(DocumentModel document) =>
        from schema in document.Enums
        from text in Repeated(schema.Descriptions)
        select new Finding(schema.Name, text, $"Two values have the description '{Finding.Quote(text.ToString())}'. Say how they differ.");

    public static IEnumerable<Finding> DifferentEnums(DocumentModel document) =>
        from same in document.Enums.GroupBy(schema => string.Join("|", schema.Values.Select(value => value.ToString()).OrderBy(value => value, StringComparer.Ordinal)))
        from schema in same.Skip(1)
        select schema.Place.Finding($"{same.First().Name} has the same values. Let one of them serve all places.");

    private static bool IsGood(string? name, EnumSchema schema) =>
        name is not null && ConstantName.IsMatch(name) && name != schema.Name && !(schema.IsOfIntegers ? TakenByIntegers : Taken).Contains(name);

    /// <summary>What is there a second time.</summary>
    private static IEnumerable<JToken> Repeated(IEnumerable<JToken> items) => items.GroupBy(item => item.ToString()).SelectMany(group => group.Skip(1));
}
