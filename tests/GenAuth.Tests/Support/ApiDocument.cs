using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Support;

/// <summary>The API document as it is committed.</summary>
internal static class ApiDocument
{
    public static JObject Root { get; } = JObject.Parse(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")));

    /// <summary>The values of a numeric enum with their documentation.</summary>
    public static IReadOnlyList<DocumentedNumber> Enum(string schema)
    {
        var node = Root["components"]!["schemas"]![schema]!;
        return [.. node["enum"]!.Select((number, index) => new DocumentedNumber(
            (int)number,
            (string?)node["x-enumNames"]?.ElementAtOrDefault(index),
            (string?)node["x-enumDescriptions"]?.ElementAtOrDefault(index),
            (string?)node["x-enumRemedies"]?.ElementAtOrDefault(index)))];
    }
}

internal sealed record DocumentedNumber(int Number, string? Name, string? Description, string? Remedy);
