using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>Writes a type for tables, with a link to the page of a named type.</summary>
internal static class TypeText
{
    public static string Write(Schema schema) => schema switch
    {
        { Name: { } name } => Markdown.Link(name, Page.LinkToType(name)),
        { Items: { } items } => $"list of {Write(items)}",
        { IsAny: true } => "any JSON",
        _ => schema.Type.ToString(),
    };
}
