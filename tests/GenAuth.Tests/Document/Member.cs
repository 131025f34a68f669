using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>A property of a schema or a parameter of an operation, with the node that describes it.</summary>
internal sealed record Member(string Owner, string Name, JObject Node)
{
    /// <summary>Every one that the document has.</summary>
    public static IReadOnlyList<Member> All { get; } =
    [
        .. TheDocument.Places.SelectMany(place => TheDocument.Properties(place.Schema), (place, property) => new Member(place.Name, property.Name, (JObject)property.Value)),
        .. TheDocument.Operations.SelectMany(OfParameters),
    ];

    public string Place => $"{Owner}.{Name}";

    public string Description => (string)Node["description"]!;

    /// <summary>The value of <c>x-sensitive</c>, if there is one.</summary>
    public string? Mark => (string?)Node["x-sensitive"];

    /// <summary>What the value is, or what each item of it is.</summary>
    public JObject Value => Item(Node["schema"] as JObject ?? Node);

    /// <summary>The members of the value come with marks of their own.</summary>
    public bool HasMembers => TheDocument.Properties(Value).Any();

    /// <summary>The value can be anything: it has no type, or is an object without known members.</summary>
    public bool IsUnknown => (string?)Value["type"] is null or "object" && !HasMembers;

    public static IEnumerable<Member> OfParameters(Operation operation) => operation.Parameters.Select(parameter => new Member(operation.Id, NameOf(parameter), parameter));

    private static JObject Item(JObject schema) => TheDocument.Meaning(schema) is var meant && meant["items"] is JObject items ? Item(items) : meant;

    // The brackets of a list are how it is sent, not what it is called.
    private static string NameOf(JObject parameter) => ((string)parameter["name"]!).Replace("[]", string.Empty, StringComparison.Ordinal);
}
