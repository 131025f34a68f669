using GenAuth.Build.Api;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff.Surface;

/// <summary>The public surface of an API: its operations and types by their locations on the wire.</summary>
internal sealed record ApiSurface(JObject Document, IReadOnlyDictionary<string, OperationSurface> Operations, IReadOnlyDictionary<string, TypeSurface> Types);

/// <summary>An operation and its public methods.</summary>
/// <param name="Wire">The verb and the path.</param>
/// <param name="Source">Its node of the document.</param>
/// <param name="Client">The client class.</param>
/// <param name="Method">The method.</param>
/// <param name="Area">The interface that declares the method.</param>
/// <param name="IsWrapped">Whether a hand-written public method calls the generated one.</param>
/// <param name="Parameters">The parameters of the method in their order, followed by the members of its options; without requestOptions and cancellationToken.</param>
/// <param name="Options">The class of its options, if any.</param>
/// <param name="HasMethodWithoutOptions">Whether a method without options exists.</param>
/// <param name="BodyType">The media type of the body.</param>
/// <param name="Response">The type of the response.</param>
/// <param name="Item">The type of the items that the paging method enumerates.</param>
internal sealed record OperationSurface(
    string Wire, JObject Source, string Client, string Method, string Area, bool IsWrapped, IReadOnlyList<ParameterSurface> Parameters, string? Options, bool HasMethodWithoutOptions, string? BodyType, CSharpType Response, string? Item)
{
    private const string Suffix = "Async";

    public string Name => $"{Client}.{Method}";

    public string PagingName => $"{Client}.{(Method.EndsWith(Suffix, StringComparison.Ordinal) ? Method[..^Suffix.Length] : Method)}AutoPagingAsync";

    /// <summary>The wire names of the required parameters.</summary>
    public IEnumerable<string> Required => Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Wire).Order(StringComparer.Ordinal);

    /// <summary>The method with the types of its required parameters.</summary>
    public string Signature
    {
        get
        {
            var required = Parameters.Where(parameter => parameter is { IsRequired: true, IsOption: false }).Select(parameter => parameter.Type.ToString());
            return $"{Name}({string.Join(", ", required.Append("\u2026"))})";
        }
    }
}

/// <summary>A parameter of a method, or a member of its options.</summary>
/// <param name="Wire">Its location after that of the operation: <c>?name</c>, <c>{name}</c>, <c>(body)</c>, <c>(part)</c>.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsRequired">Whether every call must pass it.</param>
/// <param name="IsOption">Whether it is a member of the operation's options.</param>
/// <param name="Source">Its node of the document.</param>
internal sealed record ParameterSurface(string Wire, string Name, CSharpType Type, bool IsRequired, bool IsOption, JObject Source);

/// <summary>A named schema.</summary>
/// <param name="Name">Its name, both in the document and in C#.</param>
/// <param name="Source">Its node of the document.</param>
/// <param name="Kind">What kind of C# type it becomes.</param>
/// <param name="Base">The base type, or the item type of a list or a map.</param>
/// <param name="Members">The members that it declares, by their wire names.</param>
/// <param name="Values">The values of an enum by their wire spellings.</param>
/// <param name="IsSent">Whether it is part of a request.</param>
/// <param name="IsReceived">Whether it is part of a response.</param>
internal sealed record TypeSurface(
    string Name,
    JObject Source,
    TypeKind Kind,
    string? Base,
    IReadOnlyDictionary<string, MemberSurface> Members,
    IReadOnlyDictionary<string, ValueSurface> Values,
    bool IsSent,
    bool IsReceived);

internal sealed record MemberSurface(string Wire, string Name, CSharpType Type, bool IsRequired, bool IsNullable, JObject Source);

internal sealed record ValueSurface(string Wire, string Name, string? Description, string? Remedy);
