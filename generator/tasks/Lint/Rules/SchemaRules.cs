using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for the form of schemas.</summary>
internal static class SchemaRules
{
    private static readonly string[] AlternativeKeys = ["oneOf", "anyOf", "not"];

    public static IEnumerable<Finding> Alternatives(LintModel document) =>
        from node in document.SchemaNodes
        from key in AlternativeKeys
        where node.Schema.Has(key)
        select node.Finding($"The code generator uses the first of the alternatives in '{key}' and ignores the others. Describe a free-form member instead: a description and no type.", key);

    public static IEnumerable<Finding> IntegerFormats(LintModel document) =>
        from node in document.SchemaNodes
        where node.Type == "integer" && node.Schema.Text("format") is not ("int32" or "int64")
        select node.Finding("The size of the integer is missing. Add the format int32 or int64.", "type");

    public static IEnumerable<Finding> NumberFormats(LintModel document) =>
        from node in document.SchemaNodes
        where node.Type == "number" && node.Schema.Text("format") != "double"
        select node.Finding("A number without the format double has no exact C# type. Add it, or use integer.", "type");

    public static IEnumerable<Finding> Fractions(LintModel document) =>
        from node in document.SchemaNodes
        where node.Type == "number"
        select node.Finding("A number becomes a double. Use integer with int32 or int64; if the value can have a fraction, add its name to the exceptions.", "type");

    public static IEnumerable<Finding> References(LintModel document) =>
        from node in document.SchemaNodes
        where !IsValidReference(node.Schema)
        select node.Finding(
            "A reference is alone, or the only entry of allOf: OpenAPI 3.0 ignores the siblings of a bare $ref. Move the reference into allOf, beside its description.",
            node.Schema.Has("$ref") ? "$ref" : "allOf");

    public static IEnumerable<Finding> ReferencesToSchemas(LintModel document) =>
        from node in document.SchemaNodes
        from reference in new[] { node.Schema }.Concat(node.Schema.List("allOf").OfType<JObject>())
        where reference.Text("$ref") is not null && LintModel.NameIn(reference) is null or ""
        select node.Finding("Schemas refer to schemas under components/schemas only. Move the target there.", reference == node.Schema ? "$ref" : "allOf");

    public static IEnumerable<Finding> Lists(LintModel document) =>
        from node in document.SchemaNodes
        where (node.Type == "array") != (node.Schema["items"] is JObject)
        select node.Finding("A list has the type array and items. Add the missing key, or correct the type.", node.Schema.Has("type") ? "type" : "items");

    public static IEnumerable<Finding> Required(LintModel document) =>
        from node in document.SchemaNodes
        let names = node.Schema.List("required")
        from name in names.GroupBy(name => name.AsText() ?? name.ToString())
        where !node.Schema.Object("properties").Has(name.Key) || name.Count() > 1
        select new Finding(node.Name, name.Last(), $"'{name.Key}' is required {(name.Count() > 1 ? "twice" : "but not among the properties")}. Correct the list in required.", name.Key);

    public static IEnumerable<Finding> InlineMembers(LintModel document) =>
        from node in document.SchemaNodes
        where !node.IsNamed && node.Schema.Has("properties") && !IsUpload(node.Schema)
        select node.Finding("Inline members have no type name. Move them to a named schema under components and refer to it; only the body of an upload has inline members.", "properties");

    public static IEnumerable<Finding> Unused(LintModel document)
    {
        var reachable = document.Api.ReachableSchemas();
        return document.Schemas.Where(schema => !reachable.Contains(schema.Name)).Select(schema => schema.Finding("No operation uses this schema. Delete it, or refer to it."));
    }

    private static bool IsValidReference(JObject schema) => schema.Has("$ref")
        ? schema.Count == 1
        : !schema.Has("allOf") || (schema.List("allOf") is { Count: 1 } all && all[0] is JObject { Count: 1 } only && only.Has("$ref"));

    private static bool IsUpload(JObject schema) => schema.Parent?.Parent?.Parent is JProperty { Name: "multipart/form-data" };
}
