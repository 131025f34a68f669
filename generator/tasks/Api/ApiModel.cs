using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>
/// The API as C# sees it: each operation, type, member and value of the document with the C# name and the C# type that it gets.
/// What the build step generates, checks and compares is read from here.
/// </summary>
/// <param name="Document">The document.</param>
/// <param name="Operations">The operations in the order of the document.</param>
/// <param name="Types">The types in the order of the document; inline ones come last.</param>
internal sealed record ApiModel(ApiDocument Document, IReadOnlyList<ApiOperation> Operations, IReadOnlyList<ApiType> Types)
{
    private Dictionary<string, ApiType>? _types;

    /// <summary>The areas of all clients, by client and name.</summary>
    public IReadOnlyList<ApiArea> Areas => [.. Operations.Select(operation => operation.Area).Distinct().OrderBy(area => area.Interface, StringComparer.Ordinal)];

    /// <summary>The type of a C# name.</summary>
    public ApiType? Find(string? name) =>
        name is not null && (_types ??= Types.GroupBy(type => type.Name).ToDictionary(group => group.Key, group => group.First())).TryGetValue(name, out var type) ? type : null;

    /// <summary>What a type extends, the nearest first.</summary>
    public IEnumerable<ApiType> BasesOf(ApiType type)
    {
        var within = new HashSet<ApiType> { type };
        for (var parent = Find(type.Base); parent is not null && within.Add(parent); parent = Find(parent.Base))
        {
            yield return parent;
        }
    }

    /// <summary>The C# names on the way to a member, for example <c>Data.List</c>.</summary>
    /// <param name="type">The type that the way begins in.</param>
    /// <param name="path">The way on the wire. A step that no type has gets the name that the rule makes.</param>
    public string PathOf(CSharpType? type, string path)
    {
        var owner = Find(type?.Text);
        var names = new List<string>();
        foreach (var step in path.Split('.'))
        {
            var member = owner is null ? null : owner.Members.Concat(BasesOf(owner).SelectMany(parent => parent.Members)).FirstOrDefault(member => member.Wire == step);
            names.Add(member?.Name.Text ?? CSharpName.OfMember(step));
            owner = Find(member?.Type.Text);
        }

        return string.Join(".", names);
    }
}

/// <summary>A C# name.</summary>
/// <param name="Text">The name. One that is no identifier has been made of a wire name that gives none.</param>
/// <param name="Place">Where the document says it.</param>
/// <param name="IsGiven">Whether the document gives it, instead of the rule.</param>
internal sealed record ApiName(string Text, JToken Place, bool IsGiven)
{
    public bool IsValid => CSharpName.IsIdentifier(Text);

    /// <summary>The name as code spells it.</summary>
    public string Printed => CSharpName.IsKeyword(Text) ? "@" + Text : Text;
}

/// <summary>The operations of one client with one tag: an interface of their own, and a property of the client that returns it.</summary>
/// <param name="Client">What the operationIds begin with, for example <c>Management</c>.</param>
/// <param name="Tag">The tag.</param>
/// <param name="Name">The name of the property, for example <c>Users</c>.</param>
/// <param name="Description">What the document says about the tag.</param>
internal sealed record ApiArea(string Client, string Tag, ApiName Name, string Description)
{
    public string Interface => $"I{Client}{Name.Text}";

    /// <summary>The generated file of its operations.</summary>
    public string File => $"{Client}Client.{Name.Text}.g.cs";
}

/// <summary>An operation and its method.</summary>
/// <param name="Source">Its place in the document.</param>
/// <param name="Area">The interface that has the method.</param>
/// <param name="Method">The method, without <c>Async</c>.</param>
/// <param name="Parameters">What the method and its options take, in the order of the document.</param>
/// <param name="Options">What a call may leave out, unless there is nothing.</param>
/// <param name="Body">What is sent.</param>
/// <param name="Response">What the service sends.</param>
/// <param name="Item">What the paging method gives one by one, as C# spells it.</param>
internal sealed record ApiOperation(
    Operation Source, ApiArea Area, ApiName Method, IReadOnlyList<ApiParameter> Parameters, ApiOptions? Options, OperationBody? Body, CSharpType Response, string? Item)
{
    /// <summary>What its operationId begins with, for example <c>Management</c>.</summary>
    public string Client => Area.Client;

    /// <summary>What the method takes one by one, in its order.</summary>
    public IEnumerable<ApiParameter> Arguments => Parameters.Where(parameter => !parameter.IsOption).OrderBy(parameter => !parameter.IsRequired);

    public string Name => $"{Client}Client.{Method.Text}Async";

    public string PagingName => $"{Client}Client.{Method.Text}AutoPagingAsync";
}

/// <summary>The class whose members are the arguments that a call may leave out.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="Members">Its members.</param>
/// <param name="KeepsOldMethod">Whether the operation was published without options, so that the method without them stays.</param>
internal sealed record ApiOptions(ApiName Name, IReadOnlyList<ApiParameter> Members, bool KeepsOldMethod)
{
    /// <summary>The name of the method's parameter that takes it.</summary>
    public const string Parameter = "options";

    /// <summary>Whether a call must have it, because the method would have too many parameters otherwise.</summary>
    public bool IsRequired => Members.Any(member => member.IsRequired);

    /// <summary>Whether a call may leave it out. Beside the method without options it may not: a call without them would fit both.</summary>
    public bool HasDefault => !IsRequired && !KeepsOldMethod;
}

/// <summary>Where an argument goes.</summary>
internal enum ApiPlace
{
    Path,
    Query,
    Body,
    Part,
}

/// <summary>A parameter of a method, or a member of its options.</summary>
/// <param name="Wire">Its name on the wire, without the brackets of a list; none for a body.</param>
/// <param name="Place">Where it goes.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsRequired">Whether a call must give it.</param>
/// <param name="Source">Its node of the document.</param>
internal sealed record ApiParameter(string Wire, ApiPlace Place, ApiName Name, CSharpType Type, bool IsRequired, JObject Source)
{
    /// <summary>Whether it is a member of the operation's options, not a parameter of the method.</summary>
    public bool IsOption => AsArgument is not null;

    /// <summary>What it would be as a parameter of the method, if it is a member of the options.</summary>
    public ApiParameter? AsArgument { get; init; }

    /// <summary>Its place after that of the operation, as the locked names spell it.</summary>
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
/// <param name="Kind">What it becomes.</param>
/// <param name="Base">The C# name of what it extends.</param>
/// <param name="Item">What a list or a map holds.</param>
/// <param name="Members">Its own members.</param>
/// <param name="Values">The values of an enum.</param>
internal sealed record ApiType(
    string Name, JObject Source, TypeKind Kind, string? Base, CSharpType? Item, IReadOnlyList<ApiMember> Members, IReadOnlyList<ApiValue> Values)
{
    /// <summary>Whether it surrounds the data of a response. Class.Inheritance.liquid has the same rule.</summary>
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
/// <param name="IsRequired">Whether the document promises that it is there.</param>
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
