using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for enums, each of which becomes a type with a constant for each value.</summary>
internal static class EnumRules
{
    // Members of every generated enum.
    private static readonly HashSet<string> Taken = ["Value", "IsKnown", "Equals", "GetHashCode", "GetType", "ToString"];
    private static readonly HashSet<string> TakenByIntegers = [.. Taken, "Name", "Description", "Remedy"];

    private static readonly Regex ConstantName = new(@"^[A-Z][A-Za-z0-9]*\z");

    public static IEnumerable<Finding> Named(LintModel document) =>
        from node in document.SchemaNodes
        where !node.IsNamed && node.Schema.Has("enum")
        select node.Finding("Inline enums get numbered type names. Move the values to a named schema under components and refer to it.", "enum");

    public static IEnumerable<Finding> TypeOfValues(LintModel document) =>
        from schema in document.Enums
        where schema.Node.Type is not ("string" or "integer") || schema.Values.Count == 0
            || schema.Values.Any(value => value.Type != (schema.IsOfIntegers ? JTokenType.Integer : JTokenType.String))
        select schema.Node.Finding("The values of an enum are strings with the type string, or integers with the type integer. Correct the type or the values.", "enum");

    public static IEnumerable<Finding> Complete(LintModel document) =>
        from schema in document.Enums
        from list in new[] { (Key: "x-enumNames", Items: schema.Names), (Key: "x-enumDescriptions", Items: schema.Descriptions) }
        where list.Items.Count != schema.Values.Count
        select schema.Node.Finding($"There are {schema.Values.Count} values, but {list.Items.Count} texts in {list.Key}. Write one for each value, in their order.", list.Key);

    public static IEnumerable<Finding> DifferentValues(LintModel document) =>
        from schema in document.Enums
        from value in Repeated(schema.Values)
        select new Finding(schema.Name, value, $"The value '{Finding.Quote(value.ToString())}' is listed twice. Delete one.", schema.Name);

    public static IEnumerable<Finding> Remedies(LintModel document) =>
        from schema in document.Enums
        where schema.Node.Schema.Has("x-enumRemedies") && (!schema.IsOfIntegers || schema.Remedies.Count != schema.Values.Count)
        select schema.Node.Finding("x-enumRemedies needs one text for each value of an integer enum. Complete or delete it.", "x-enumRemedies");

    public static IEnumerable<Finding> ConstantNames(LintModel document) =>
        from schema in document.Enums
        from name in schema.Names.Where(name => !IsValidName(name.AsText(), schema)).Concat(Repeated(schema.Names))
        select new Finding($"{schema.Name}.{name}", name, "Choose another name in x-enumNames: PascalCase, unique, not the enum's own name, and not a member of every enum.");

    public static IEnumerable<Finding> DifferentMeanings(LintModel document) =>
        from schema in document.Enums
        from text in Repeated(schema.Descriptions)
        select new Finding(schema.Name, text, $"Two values have the description '{Finding.Quote(text.ToString())}'. Describe how they differ.");

    public static IEnumerable<Finding> DifferentEnums(LintModel document) =>
        from same in document.Enums.GroupBy(schema => string.Join("|", schema.Values.Select(value => value.ToString()).OrderBy(value => value, StringComparer.Ordinal)))
        from schema in same.Skip(1)
        select schema.Node.Finding($"{same.First().Name} has the same values. Use one enum for all of them.");

    private static bool IsValidName(string? name, EnumSchema schema) =>
        name is not null && ConstantName.IsMatch(name) && name != schema.Name && !(schema.IsOfIntegers ? TakenByIntegers : Taken).Contains(name);

    /// <summary>The duplicates of items.</summary>
    private static IEnumerable<JToken> Repeated(IEnumerable<JToken> items) => items.GroupBy(item => item.ToString()).SelectMany(group => group.Skip(1));
}
