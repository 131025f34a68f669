namespace GenAuth.Maintain.Reference;

/// <summary>What a schema is in C#.</summary>
internal static class CSharpType
{
    public const string Anything = "JToken";

    public static string Of(Schema schema) => schema switch
    {
        { Name: { } name } => name,
        { Items: { } items } => $"IReadOnlyList<{Of(items)}>",
        { Kind: "string" } => "string",
        { Kind: "boolean" } => "bool",
        { Kind: "number" } => "double",
        { Kind: "integer" } => (string?)schema.Node["format"] == "int64" ? "long" : "int",
        _ => Anything,
    };

    public static string Of(Member member) => Of(member.Schema) + (member.IsNullable ? "?" : string.Empty);

    /// <summary>Lists are taken from callers in their most general form.</summary>
    public static string OfArgument(Schema schema, bool isRequired) =>
        (schema.Items is { } items ? $"IEnumerable<{Of(items)}>" : Of(schema)) + (isRequired ? string.Empty : "?");
}
