using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Api;

/// <summary>
/// The API in C#: each operation, type, member and value of the document with its C# name and C# type. The build step generates,
/// checks and compares from this model.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Operations">The operations in the order of the document.</param>
/// <param name="Types">The types in the order of the document; inline ones come last.</param>
internal sealed record ApiModel(ApiDocument Document, IReadOnlyList<ApiOperation> Operations, IReadOnlyList<ApiType> Types)
{
    private Dictionary<string, ApiType>? _types;

    /// <summary>The areas of all clients, by client and name.</summary>
    public IReadOnlyList<ApiArea> Areas => [.. Operations.Select(operation => operation.Area).Distinct().OrderBy(area => area.Interface, StringComparer.Ordinal)];

    /// <summary>Finds a type by its C# name.</summary>
    public ApiType? Find(string? name) =>
        name is not null && (_types ??= Types.GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.First())).TryGetValue(name, out var type) ? type : null;

    /// <summary>The base types of a type, the direct one first.</summary>
    public IEnumerable<ApiType> BasesOf(ApiType type)
    {
        var within = new HashSet<ApiType> { type };
        for (var parent = Find(type.Base); parent is not null && within.Add(parent); parent = Find(parent.Base))
        {
            yield return parent;
        }
    }

    /// <summary>The C# path of a member, for example <c>Data.List</c>.</summary>
    /// <param name="type">The type in which the path begins.</param>
    /// <param name="path">The path on the wire. An unknown step gets the name that the naming rule derives.</param>
    public string PathOf(CSharpType? type, string path)
    {
        var owner = Find(type?.Text);
        var names = new List<string>();
        foreach (var step in path.Split('.'))
        {
            var member = owner is null ? null : owner.Members.Concat(BasesOf(owner).SelectMany(parent => parent.Members)).FirstOrDefault(member => member.Wire == step);
            names.Add(member?.Name.Text ?? CSharpName.FromMember(step));
            owner = Find(member?.Type.Text);
        }

        return string.Join(".", names);
    }
}

/// <summary>A C# name.</summary>
/// <param name="Text">The name. It is not a valid identifier if the wire name does not become one.</param>
/// <param name="Place">Its location in the document.</param>
/// <param name="IsGiven">Whether the document specifies it, instead of the naming rule.</param>
internal sealed record ApiName(string Text, JToken Place, bool IsGiven)
{
    public bool IsValid => CSharpName.IsIdentifier(Text);

    /// <summary>The name in source code.</summary>
    public string Printed => CSharpName.IsKeyword(Text) ? "@" + Text : Text;
}

/// <summary>The operations of one client with one tag: an interface, and the property of the client that returns it.</summary>
/// <param name="Client">The prefix of the operationIds, for example <c>Management</c>.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Name">The name of the property, for example <c>Users</c>.</param>
/// <param name="Description">The description of the tag.</param>
internal sealed record ApiArea(string Client, string Tag, ApiName Name, string Description)
{
    public string Interface => $"I{Client}{Name.Text}";

    /// <summary>The generated file of its operations.</summary>
    public string File => $"{Client}Client.{Name.Text}.g.cs";
}

/// <summary>An operation and its method.</summary>
/// <param name="Source">The operation of the document.</param>
/// <param name="Area">The interface that declares the method.</param>
/// <param name="Method">The method, without <c>Async</c>.</param>
/// <param name="Parameters">The parameters of the method and the members of its options, in the order of the document.</param>
/// <param name="Options">The options class; <see langword="null"/> without optional query parameters.</param>
/// <param name="Body">The body of the request.</param>
/// <param name="Response">The type of the response.</param>
/// <param name="Item">The C# type of the items that the paging method enumerates.</param>
internal sealed record ApiOperation(
    Operation Source, ApiArea Area, ApiName Method, IReadOnlyList<ApiParameter> Parameters, ApiOptions? Options, OperationBody? Body, CSharpType Response, string? Item)
{
    /// <summary>The prefix of its operationId, for example <c>Management</c>.</summary>
    public string Client => Area.Client;

    /// <summary>The parameters of the method in their order.</summary>
    public IEnumerable<ApiParameter> Arguments => Parameters.Where(parameter => !parameter.IsOption).OrderBy(parameter => !parameter.IsRequired);

    public string Name => $"{Client}Client.{Method.Text}Async";

    public string PagingName => $"{Client}Client.{Method.Text}AutoPagingAsync";
}

/// <summary>The class whose members are the optional query parameters.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Members">Its members.</param>
/// <param name="KeepsOldMethod">Whether the operation was published without options, so that the method without them remains.</param>
internal sealed record ApiOptions(ApiName Name, IReadOnlyList<ApiParameter> Members, bool KeepsOldMethod)
{
    /// <summary>The name of the parameter of the method.</summary>
    public const string Parameter = "options";

    /// <summary>Whether it is required. Required query parameters become members when the method would have too many parameters.</summary>
    public bool IsRequired => Members.Any(member => member.IsRequired);

    /// <summary>Whether the parameter has a default value. It has none beside a method without options, because calls would be ambiguous.</summary>
    public bool HasDefault => !IsRequired && !KeepsOldMethod;
}

/// <summary>The part of the request with the argument.</summary>
internal enum ApiPlace
{
    Path,
    Query,
    Body,
    Part,
}

/// <summary>A parameter of a method, or a member of its options.</summary>
/// <param name="Wire">Its name on the wire, without the brackets of a list; none for a body.</param>
/// <param name="Place">The part of the request with its value.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsRequired">Whether every call must pass it.</param>
/// <param name="Source">Its node of the document.</param>
internal sealed record ApiParameter(string Wire, ApiPlace Place, ApiName Name, CSharpType Type, bool IsRequired, JObject Source)
{
    /// <summary>Whether it is a member of the operation's options, not a parameter of the method.</summary>
    public bool IsOption => AsArgument is not null;

    /// <summary>Of a member of the options, the type that it would have as a parameter of the method.</summary>
    public ApiParameter? AsArgument { get; init; }

    /// <summary>Its location after that of the operation, in the notation of the locked names.</summary>
    public string Identity => Place switch
    {
        ApiPlace.Path => $"{{{Wire}}}",
        ApiPlace.Query => $"?{Wire}",
        ApiPlace.Body => "(body)",
        _ => $"({Wire})",
    };
}

/// <summary>A type.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Source">Its node of the document.</param>
/// <param name="Kind">The kind of C# type.</param>
/// <param name="Base">The C# name of its base type.</param>
/// <param name="Item">The item type of a list or a map.</param>
/// <param name="Members">The members that it declares.</param>
/// <param name="Values">The values of an enum.</param>
internal sealed record ApiType(
    string Name, JObject Source, TypeKind Kind, string? Base, CSharpType? Item, IReadOnlyList<ApiMember> Members, IReadOnlyList<ApiValue> Values)
{
    /// <summary>Whether it is a response envelope. Class.Inheritance.liquid has the same rule.</summary>
    public bool IsEnvelope => Members.Any(member => member.Wire == "statusCode") && Members.Any(member => member.Wire == "message");

    /// <summary>Whether it has a name in the document.</summary>
    public bool IsNamed { get; init; } = true;

    /// <summary>The name of the schema, or the C# name where the document has none.</summary>
    public string SchemaName => IsNamed && Source.Parent is JProperty schema ? schema.Name : Name;
}

/// <summary>A member of a type.</summary>
/// <param name="Wire">Its name on the wire.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsRequired">Whether the document lists it as required.</param>
/// <param name="Source">Its node of the document.</param>
internal sealed record ApiMember(string Wire, ApiName Name, CSharpType Type, bool IsRequired, JObject Source)
{
    /// <summary>Whether the value must not be logged.</summary>
    public bool IsSensitive => !string.IsNullOrEmpty(Source.Text("x-sensitive"));
}

/// <summary>A value of an enum.</summary>
/// <param name="Value">The value on the wire.</param>
/// <param name="Name">Its C# name.</param>
internal sealed record ApiValue(JToken Value, ApiName Name)
{
    public string Wire => Value.ToString();
}
