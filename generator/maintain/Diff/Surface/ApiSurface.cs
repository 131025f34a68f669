using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>What users see of an API: the operations and types by their places on the wire.</summary>
internal sealed record ApiSurface(JObject Document, IReadOnlyDictionary<string, OperationSurface> Operations, IReadOnlyDictionary<string, TypeSurface> Types);

/// <param name="Wire">Verb and path.</param>
/// <param name="Source">Its node of the document.</param>
/// <param name="Client">The class that has the method.</param>
/// <param name="Method">The method.</param>
/// <param name="Area">The interface that has the method.</param>
/// <param name="IsWrapped">Whether the public method is written by hand and calls the generated one.</param>
/// <param name="Parameters">What the method takes, in its order, and then the members of its options; requestOptions and cancellationToken follow.</param>
/// <param name="Options">The class of its options, if it has any.</param>
/// <param name="HasMethodWithoutOptions">Whether a method takes only what is required.</param>
/// <param name="BodyType">The media type of what is sent.</param>
/// <param name="Response">What its task gives.</param>
/// <param name="Item">What the second method of a list gives one by one.</param>
internal sealed record OperationSurface(
    string Wire, JObject Source, string Client, string Method, string Area, bool IsWrapped, IReadOnlyList<ParameterSurface> Parameters, string? Options, bool HasMethodWithoutOptions, string? BodyType, CSharpType Response, string? Item)
{
    private const string Ending = "Async";

    public string Name => $"{Client}.{Method}";

    public string PagingName => $"{Client}.{(Method.EndsWith(Ending, StringComparison.Ordinal) ? Method[..^Ending.Length] : Method)}AutoPagingAsync";

    /// <summary>What every call must give, as it is known on the wire.</summary>
    public IEnumerable<string> Required => Parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Wire).Order(StringComparer.Ordinal);

    /// <summary>The method with the types of what must be given.</summary>
    public string Signature
    {
        get
        {
            var required = Parameters.Where(parameter => parameter is { IsRequired: true, IsOption: false }).Select(parameter => parameter.Type.ToString());
            return $"{Name}({string.Join(", ", required.Append("\u2026"))})";
        }
    }
}

/// <param name="Wire">Its place after that of the operation: <c>?name</c>, <c>{name}</c>, <c>(body)</c>, <c>(part)</c>.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="IsRequired">Whether a call must give it.</param>
/// <param name="IsOption">Whether it is a member of the operation's options.</param>
/// <param name="Source">Its node of the document.</param>
internal sealed record ParameterSurface(string Wire, string Name, CSharpType Type, bool IsRequired, bool IsOption, JObject Source);

/// <param name="Name">Its name, on the wire's side and in C#.</param>
/// <param name="Source">Its node of the document.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Base">What it extends, or what a list or a map holds.</param>
/// <param name="Members">Its own members by their names on the wire.</param>
/// <param name="Values">The C# names of a set's values by the values.</param>
/// <param name="IsSent">Whether it is part of a request.</param>
/// <param name="IsReceived">Whether it is part of an answer.</param>
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
