using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>A property of a schema or a parameter of an operation, with the node that describes it.</summary>
internal sealed record Member(string Owner, string Name, JObject Node)
{
    /// <summary>All properties and parameters of the document.</summary>
    public static IReadOnlyList<Member> All { get; } =
    [
        .. TheDocument.Places.SelectMany(place => TheDocument.Properties(place.Schema), (place, property) => new Member(place.Name, property.Name, (JObject)property.Value)),
        .. TheDocument.Operations.SelectMany(operation => operation.Parameters, (operation, parameter) => new Member(operation.Id, NameOf(parameter), parameter)),
    ];

    /// <summary>The value of <c>x-sensitive</c>, if there is one.</summary>
    public string? Mark => (string?)Node["x-sensitive"];

    // The brackets of a list are not part of its name.
    private static string NameOf(JObject parameter) => ((string)parameter["name"]!).Replace("[]", string.Empty, StringComparison.Ordinal);
}
