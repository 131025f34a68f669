using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Texts for members without a sample: the most frequent sample of the members with the same name.</summary>
internal sealed class SampleTexts(ApiDocument document)
{
    // The meaning of these names depends on the type.
    private static readonly HashSet<string> Ambiguous = ["code", "content", "data", "description", "id", "key", "label", "name", "number", "remark", "title", "type", "value"];

    private readonly Dictionary<string, string> _texts = document.Schemas
        .SelectMany(schema => ApiDocument.Children(schema.Value["properties"]))
        .Where(property => (string?)property.Value["type"] == "string" && property.Value["example"]?.Type == JTokenType.String)
        .GroupBy(property => property.Name)
        .ToDictionary(group => group.Key, MostFrequent);

    public string Get(string name) => !Ambiguous.Contains(name) && _texts.TryGetValue(name, out var text) ? text : $"my-{ToKebabCase(name)}";

    private static string MostFrequent(IEnumerable<JProperty> properties) => properties
        .GroupBy(property => (string)property.Value["example"]!)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .First().Key;

    private static string ToKebabCase(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}")).Replace('_', '-');
}
