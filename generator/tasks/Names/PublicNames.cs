using GenAuth.Build.Api;

namespace GenAuth.Build.Names;

/// <summary>Lists the public names of an API by their locations on the wire.</summary>
internal static class PublicNames
{
    public static IReadOnlyDictionary<string, PublicName> Create(ApiModel model)
    {
        var names = new SortedDictionary<string, PublicName>(StringComparer.Ordinal);
        foreach (var (identity, text, kind) in model.Operations.SelectMany(GetNames).Concat(model.Types.SelectMany(OfType)))
        {
            names[identity] = new PublicName(text, kind);
        }

        return names;
    }

    private static IEnumerable<(string Identity, string Text, NameKind Kind)> GetNames(ApiOperation operation)
    {
        var identity = operation.Source.Route;
        yield return (identity, operation.Name, NameKind.Member);
        yield return (identity + " area", operation.Area.Interface, NameKind.Area);
        yield return (identity + " response", operation.Response.Text, NameKind.Type);
        foreach (var parameter in operation.Parameters)
        {
            yield return ($"{identity} {parameter.Identity}", parameter.Name.Text, NameKind.Parameter);
            if (parameter.Place == ApiPlace.Body)
            {
                yield return (identity + " body", parameter.Type.Text, NameKind.Type);
            }
            else if (TypeOf(parameter.Type) is { } type)
            {
                yield return ($"{identity} {parameter.Identity} type", type, NameKind.Type);
            }
        }

        if (operation.Options is { } options)
        {
            yield return (identity + " options", options.Name.Text, NameKind.Options);
            if (options.KeepsOldMethod)
            {
                yield return (identity + " without options", operation.Name, NameKind.Member);
            }
        }

        if (operation.Item is not null)
        {
            yield return (identity + " paging", operation.PagingName, NameKind.Member);
            yield return (identity + " item", operation.Item, NameKind.Type);
        }
    }

    private static IEnumerable<(string Identity, string Text, NameKind Kind)> OfType(ApiType type)
    {
        foreach (var value in type.Values)
        {
            yield return ($"{type.Name}.{value.Wire}", value.Name.Text, NameKind.Value);
        }

        foreach (var member in type.Members)
        {
            yield return ($"{type.Name}.{member.Wire}", member.Name.Text, NameKind.Member);
            if (TypeOf(member.Type) is { } name)
            {
                yield return ($"{type.Name}.{member.Wire} type", name, NameKind.Type);
            }
        }
    }

    /// <summary>The types of the document in a type.</summary>
    private static string? TypeOf(CSharpType type) => type.Own.Count == 0 ? null : string.Join(", ", type.Own);
}
