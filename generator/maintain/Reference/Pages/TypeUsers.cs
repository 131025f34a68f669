namespace GenAuth.Maintain.Reference;

/// <summary>Who uses a type: operations and other types, as links of a type's page.</summary>
internal sealed class TypeUsers
{
    private readonly ILookup<string, string> _users;

    public TypeUsers(IEnumerable<ApiOperation> operations, IEnumerable<Schema> types) =>
        _users = operations.SelectMany(Uses).Concat(types.SelectMany(Uses)).Where(use => use.Type is not null).ToLookup(use => use.Type!, use => use.User);

    public IReadOnlyList<string> Of(string type) => [.. _users[type].Distinct()];

    private static IEnumerable<(string? Type, string User)> Uses(ApiOperation operation) => operation.Arguments
        .Select(argument => argument.Schema)
        .Append(operation.Response)
        .Select(schema => (Named(schema), Markdown.Link($"{operation.Client}.{operation.Method}", $"../{operation.Page}")));

    private static IEnumerable<(string? Type, string User)> Uses(Schema type) =>
        type.Members.Select(member => (Named(member.Schema), Markdown.Link(type.Name!, $"{PageName.Of(type.Name!)}.md")));

    private static string? Named(Schema schema) => schema.Items is { } items ? Named(items) : schema.Name;
}
