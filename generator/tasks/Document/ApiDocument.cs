using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>An OpenAPI document, with the places of what it says.</summary>
internal sealed class ApiDocument(JObject root)
{
    /// <summary>What a reference to a named schema begins with.</summary>
    public const string SchemaPrefix = "#/components/schemas/";

    /// <summary>The keys of a path that are operations.</summary>
    public static IReadOnlyList<string> Verbs { get; } = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    public JObject Root => root;

    public IEnumerable<JProperty> Paths => Children(root["paths"]).Where(path => path.Value is JObject);

    public IEnumerable<Operation> Operations =>
        Paths.SelectMany(path => Children(path.Value).Where(verb => Verbs.Contains(verb.Name) && verb.Value is JObject).Select(verb => new Operation(path, verb)));

    public IEnumerable<JProperty> Schemas => Children((root["components"] as JObject)?["schemas"]);

    /// <summary>A tag that the document declares.</summary>
    public JObject? Tag(string name) => root.List("tags").OfType<JObject>().FirstOrDefault(tag => tag.Text("name") == name);

    /// <summary>A named schema.</summary>
    public JObject? Schema(string name) => (root["components"] as JObject).Object("schemas").Object(name);

    /// <summary>The name of the schema that a reference leads to, without its escapes; <see langword="null"/> when it leads elsewhere.</summary>
    public static string? NameOf(string? reference) => reference?.StartsWith(SchemaPrefix, StringComparison.Ordinal) == true ? Unescape(reference.Substring(SchemaPrefix.Length)) : null;

    /// <summary>Reads a document that has been checked.</summary>
    public static ApiDocument Load(string file) => new((JObject)Parse(file));

    /// <summary>Reads any JSON. A member that is given twice is no valid JSON, and neither is what follows the last brace.</summary>
    public static JToken Parse(string file)
    {
        using var text = File.OpenText(file);
        return Parse(text);
    }

    public static JToken Parse(TextReader text)
    {
        using var reader = new JsonTextReader(text) { DateParseHandling = DateParseHandling.None };
        var token = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
        while (reader.Read())
        {
            // Anything after the document is reported by the reader.
        }

        return token;
    }

    /// <summary>The members of an object, or nothing.</summary>
    public static IEnumerable<JProperty> Children(JToken? token) => (token as JObject)?.Properties() ?? [];

    /// <summary>What a reference within the document leads to, if there is anything.</summary>
    public JToken? Resolve(string reference)
    {
        JToken? place = root;
        foreach (var part in reference.Substring(2).Split('/'))
        {
            var name = Unescape(part);
            place = place switch
            {
                JObject parent => parent[name],
                JArray list when int.TryParse(name, out var index) && index >= 0 && index < list.Count => list[index],
                _ => null,
            };
        }

        return place;
    }

    /// <summary>What a reference means. One that means nothing has been reported, and is taken as it is.</summary>
    public JObject Follow(JObject item) =>
        (item["$ref"] as JValue)?.Value is string reference && IsLocal(reference) && Resolve(reference) is JObject found ? found : item;

    /// <summary>The same for what may not be there.</summary>
    public JObject? Follow(JToken? item) => item is JObject owner ? Follow(owner) : null;

    public static bool IsLocal(string reference) => reference.StartsWith("#/", StringComparison.Ordinal);

    private static string Unescape(string part) => Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
}
