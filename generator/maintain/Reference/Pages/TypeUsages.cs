using GenAuth.Maintain.Reference.Api;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The operations and types that use a type, as links of its page.</summary>
internal sealed class TypeUsages
{
    private readonly ILookup<string, string> _usages;

    public TypeUsages(IEnumerable<DocumentedOperation> operations, IEnumerable<Schema> types) =>
        _usages = operations.SelectMany(Uses).Concat(types.SelectMany(Uses)).Where(use => use.Type is not null).ToLookup(use => use.Type!, use => use.Link);

    public IReadOnlyList<string> Get(string type) => [.. _usages[type].Distinct()];

    private static IEnumerable<(string? Type, string Link)> Uses(DocumentedOperation operation) => operation.Arguments
        .Select(argument => argument.Schema)
        .Append(operation.Response)
        .Select(schema => (NameOrItemName(schema), Markdown.Link($"{operation.Client}.{operation.Method}", $"../{operation.Page}")));

    private static IEnumerable<(string? Type, string Link)> Uses(Schema type) =>
        type.Members.Select(member => (NameOrItemName(member.Schema), Markdown.Link(type.Name!, $"{PageName.Create(type.Name!)}.md")));

    private static string? NameOrItemName(Schema schema) => schema.Items is { } items ? NameOrItemName(items) : schema.Name;
}
