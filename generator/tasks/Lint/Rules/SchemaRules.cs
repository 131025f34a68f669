using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>Forms of a schema that come out as good C#.</summary>
internal static class SchemaRules
{
    private static readonly string[] AlternativeKeys = ["oneOf", "anyOf", "not"];

    public static IEnumerable<Finding> Alternatives(DocumentModel document) =>
        from place in document.Places
        from key in AlternativeKeys
        where place.Schema.Has(key)
        select place.Finding($"The code generator takes the first of the alternatives in '{key}' and forgets the rest. Describe a free-form member instead: a description and no type.", key);

    public static IEnumerable<Finding> IntegerFormats(DocumentModel document) =>
        from place in document.Places
        where place.Type == "integer" && place.Schema.Text("format") is not ("int32" or "int64")
        select place.Finding("An integer says how large it can be. Add the format int32 or int64.", "type");

    public static IEnumerable<Finding> NumberFormats(DocumentModel document) =>
        from place in document.Places
        where place.Type == "number" && place.Schema.Text("format") != "double"
        select place.Finding("A number without the format double has no exact C# type. Add it, or use integer.", "type");

    public static IEnumerable<Finding> Fractions(DocumentModel document) =>
        from place in document.Places
        where place.Type == "number"
        select place.Finding("A number becomes a double. Use integer with int32 or int64; if the value can have a fraction, add its name to the exceptions.", "type");

    public static IEnumerable<Finding> References(DocumentModel document) =>
        from place in document.Places
        where !RefersWell(place.Schema)
        select place.Finding(
            "A reference stands alone, or as the only one in allOf: OpenAPI 3.0 ignores what stands beside a bare $ref. Put the one reference into allOf, beside its description.",
            place.Schema.Has("$ref") ? "$ref" : "allOf");

    public static IEnumerable<Finding> ReferencesToSchemas(DocumentModel document) =>
        from place in document.Places
        from reference in new[] { place.Schema }.Concat(place.Schema.List("allOf").OfType<JObject>())
        where reference.Text("$ref") is not null && DocumentModel.NameIn(reference) is null or ""
        select place.Finding("A schema refers to one under components/schemas and to nothing else. Move the target there.", reference == place.Schema ? "$ref" : "allOf");

    public static IEnumerable<Finding> Lists(DocumentModel document) =>
        from place in document.Places
        where (place.Type == "array") != (place.Schema["items"] is JObject)
        select place.Finding("A list has the type array and says in items what it is a list of. Add what is missing, or correct the type.", place.Schema.Has("type") ? "type" : "items");

    public static IEnumerable<Finding> Required(DocumentModel document) =>
        from place in document.Places
        let names = place.Schema.List("required")
        from name in names.GroupBy(name => name.AsText() ?? name.ToString())
        where !place.Schema.Object("properties").Has(name.Key) || name.Count() > 1
        select new Finding(place.Name, name.Last(), $"'{name.Key}' is required {(name.Count() > 1 ? "twice" : "but not among the properties")}. Correct the list in required.", name.Key);

    public static IEnumerable<Finding> InlineMembers(DocumentModel document) =>
        from place in document.Places
        where !place.IsNamed && place.Schema.Has("properties") && !IsUpload(place.Schema)
        select place.Finding("These members have no type name. Give them a schema of their own under components and refer to it; only the body of an upload has its members inline.", "properties");

    public static IEnumerable<Finding> Unused(DocumentModel document)
    {
        var reached = new HashSet<string>();
        var open = new Queue<JToken>(document.Operations.Select(operation => (JToken)operation.Node));
        while (open.Count > 0)
        {
            foreach (var name in ReferencesIn(open.Dequeue()).Where(reached.Add))
            {
                if (document.Root.Object("components").Object("schemas")?[name] is { } schema)
                {
                    open.Enqueue(schema);
                }
            }
        }

        return document.Schemas.Where(schema => !reached.Contains(schema.Name)).Select(schema => schema.Finding("No operation uses this schema. Delete it, or refer to it."));
    }

    private static IEnumerable<string> ReferencesIn(JToken node) => ((node as JContainer)?.DescendantsAndSelf() ?? [])
        .OfType<JObject>().Where(part => part.Has("$ref")).Select(DocumentModel.NameIn).OfType<string>();

    private static bool RefersWell(JObject schema) => schema.Has("$ref")
        ? schema.Count == 1
        : !schema.Has("allOf") || (schema.List("allOf") is { Count: 1 } all && all[0] is JObject { Count: 1 } only && only.Has("$ref"));

    private static bool IsUpload(JObject schema) => schema.Parent?.Parent?.Parent is JProperty { Name: "multipart/form-data" };
}
