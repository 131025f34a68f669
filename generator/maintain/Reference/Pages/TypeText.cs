namespace GenAuth.Maintain.Reference;

/// <summary>A type as a table shows it, with a link to the page of a named one.</summary>
internal static class TypeText
{
    public static string Of(Schema schema) => schema switch
    {
        { Name: { } name } => Markdown.Link(name, Page.OfType(name)),
        { Items: { } items } => $"list of {Of(items)}",
        { Kind: "string" } when (string?)schema.Node["format"] == "date-time" => "string (date-time)",
        { IsAny: true } => "any JSON",
        _ => schema.Type.ToString(),
    };
}
