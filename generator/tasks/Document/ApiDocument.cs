using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>An OpenAPI document with line information.</summary>
internal sealed class ApiDocument(JObject root)
{
    /// <summary>The prefix of references to named schemas.</summary>
    public const string SchemaPrefix = "#/components/schemas/";

    /// <summary>The keys of a path item that are operations.</summary>
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

    /// <summary>The unescaped name of the schema that a reference points to; <see langword="null"/> for other references.</summary>
    public static string? NameOf(string? reference) => reference?.StartsWith(SchemaPrefix, StringComparison.Ordinal) == true ? Unescape(reference.Substring(SchemaPrefix.Length)) : null;

    /// <summary>Reads a document that was checked before.</summary>
    public static ApiDocument Load(string file) => new((JObject)Parse(file));

    /// <summary>Reads any JSON. Duplicate members and content after the end are errors.</summary>
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
            // The reader reports content after the document.
        }

        return token;
    }

    /// <summary>The members of an object; none for other values.</summary>
    public static IEnumerable<JProperty> Children(JToken? token) => (token as JObject)?.Properties() ?? [];

    /// <summary>Resolves a reference within the document; <see langword="null"/> if the target does not exist.</summary>
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

    /// <summary>The target of a node's reference, or the node itself. Unresolvable references are reported elsewhere.</summary>
    public JObject Follow(JObject item) =>
        (item["$ref"] as JValue)?.Value is string reference && IsLocal(reference) && Resolve(reference) is JObject found ? found : item;

    /// <summary>The same for an optional node.</summary>
    public JObject? Follow(JToken? item) => item is JObject owner ? Follow(owner) : null;

    /// <summary>The names of all schemas that operations use, directly or through other schemas.</summary>
    public HashSet<string> ReachableSchemas()
    {
        var found = new HashSet<string>();
        var open = new Stack<JContainer>();
        if (root["paths"] is JContainer paths)
        {
            open.Push(paths);
        }

        while (open.Count > 0)
        {
            var names = open.Pop().DescendantsAndSelf().OfType<JObject>().Select(node => NameOf(node.Text("$ref"))).OfType<string>();
            foreach (var name in names.Where(name => Schema(name) is not null && found.Add(name)).ToList())
            {
                open.Push(Schema(name)!);
            }
        }

        return found;
    }

    public static bool IsLocal(string reference) => reference.StartsWith("#/", StringComparison.Ordinal);

    private static string Unescape(string part) => Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
}
