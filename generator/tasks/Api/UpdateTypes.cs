namespace GenAuth.Build.Api;

/// <summary>
/// The types with which an operation changes something: the body of each operation whose method begins with Update, and what it
/// holds whose name begins so. Documentation shows there how a member is cleared.
/// </summary>
internal static class UpdateTypes
{
    private const string Update = "Update";

    public static IEnumerable<ApiType> Find(ApiModel model)
    {
        var types = new Dictionary<string, ApiType>(StringComparer.Ordinal);
        foreach (var operation in model.Operations.Where(Is))
        {
            AddAll(operation.Parameters.Where(parameter => parameter.Place == ApiPlace.Body).SelectMany(body => body.Type.Own));
        }

        return types.Values;

        void AddAll(IEnumerable<string> names)
        {
            foreach (var name in names.Where(name => !types.ContainsKey(name)))
            {
                if (model.Find(name) is { Kind: TypeKind.Object } type)
                {
                    types.Add(name, type);
                    AddAll(type.Members.SelectMany(member => member.Type.Own).Where(held => held.StartsWith(Update, StringComparison.Ordinal)));
                }
            }
        }
    }

    public static bool Is(ApiOperation operation) => operation.Method.Text.StartsWith(Update, StringComparison.Ordinal);

    /// <summary>The member that the documentation clears: a text if there is one, and no object, which is changed by its own members.</summary>
    public static ApiMember? SampleOf(ApiModel model, ApiType type)
    {
        var nullable = type.Members.Where(member => member.Type.IsNullable && model.Find(member.Type.Text)?.Kind != TypeKind.Object).ToList();
        return nullable.Find(member => member.Type.Text == "string") ?? nullable.FirstOrDefault();
    }
}
