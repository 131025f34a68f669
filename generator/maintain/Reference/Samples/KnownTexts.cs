using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>A text for a member without a sample of its own: that of the members of the same name, where they mean the same.</summary>
internal sealed class KnownTexts(ApiDocument document)
{
    // What these mean depends on the type that they stand in.
    private static readonly HashSet<string> Ambiguous = ["code", "content", "data", "description", "id", "key", "label", "name", "number", "remark", "title", "type", "value"];

    private readonly Dictionary<string, string> _texts = document.Schemas
        .SelectMany(schema => ApiDocument.Children(schema.Value["properties"]))
        .Where(property => (string?)property.Value["type"] == "string" && property.Value["example"]?.Type == JTokenType.String)
        .GroupBy(property => property.Name)
        .ToDictionary(group => group.Key, MostFrequent);

    public string Of(string name) => !Ambiguous.Contains(name) && _texts.TryGetValue(name, out var text) ? text : $"my-{Words(name)}";

    private static string MostFrequent(IEnumerable<JProperty> properties) => properties
        .GroupBy(property => (string)property.Value["example"]!)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .First().Key;

    private static string Words(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}")).Replace('_', '-');
}
