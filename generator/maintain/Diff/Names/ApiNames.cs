using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>The C# names of a document: those that were written down, and for the rest what the templates would make.</summary>
/// <param name="locked">The names that were written down.</param>
/// <param name="earlier">What types were called when the names were written down, if otherwise.</param>
internal sealed class ApiNames(LockedNames? locked, IReadOnlyDictionary<string, string>? earlier = null)
{
    public string OfOperation(Operation operation, string wire) => locked?[wire] ?? NameRules.OfOperation(operation.Value);

    public string OfParameter(JObject parameter, string wire) => locked?[wire] ?? NameRules.OfParameter(parameter);

    public string OfBody(string wire) => locked?[wire] ?? "body";

    public string OfPart(string wire, string name, JToken part) => locked?[wire] ?? NameRules.OfPart(name, part);

    public string OfMember(string type, string wire, JToken member) => locked?[$"{Earlier(type)}.{wire}"] ?? NameRules.OfMember(wire, member);

    public string OfValue(string type, string wire, JToken set, int index) => locked?[$"{Earlier(type)}.{wire}"] ?? NameRules.OfValue(set, index, wire);

    private string Earlier(string type) => earlier?.GetValueOrDefault(type) ?? type;
}
