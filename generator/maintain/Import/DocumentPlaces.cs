using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Conventions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import;

/// <summary>
/// Looks up parts of the project's document by the place notation of reports and <c>facts.txt</c>: <c>Type.member</c>,
/// <c>Client_method?query</c>, <c>Client_method{path}</c>, <c>Client_method body</c>, <c>Client_method response</c>. Types have the service's names.
/// </summary>
internal sealed class DocumentPlaces
{
    private readonly Dictionary<string, JToken> _texts = [];
    private readonly Dictionary<string, JObject> _values = [];
    private readonly Dictionary<string, Operation> _operations = [];

    public DocumentPlaces(Project project)
    {
        foreach (var tag in project.Document.Root["tags"].Objects())
        {
            AddText($"{tag["name"].Text()} tag", tag["description"]);
        }

        foreach (var operation in project.Document.Operations)
        {
            AddOperation(operation, project);
        }

        foreach (var schema in project.Schemas.Node.Properties().Where(schema => schema.Value is JObject))
        {
            AddSchema(project.Schemas.SourceName(schema.Name), (JObject)schema.Value);
        }

        var added = _texts.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var other in project.Document.Root.Descendants().OfType<JValue>().Where(value => value.Text()?.StartsWith(PlaceholderText.Prefix, StringComparison.Ordinal) == true && !added.Contains(value)))
        {
            AddText(other.Path, other);
        }
    }

    /// <summary>Every text that users see.</summary>
    public IReadOnlyDictionary<string, JToken> Texts => _texts;

    /// <summary>Every member and every parameter.</summary>
    public IReadOnlyDictionary<string, JObject> Values => _values;

    /// <summary>Every operation by its operationId.</summary>
    public IReadOnlyDictionary<string, Operation> Operations => _operations;

    private void AddOperation(Operation operation, Project project)
    {
        var id = operation.Name();
        _operations.TryAdd(id, operation);
        AddText(id + " summary", operation.Value["summary"]);
        AddText(id + " description", operation.Value["description"]);
        foreach (var parameter in operation.Parameters(project.Document))
        {
            var place = ParameterRule.Place(id, parameter);
            _values.TryAdd(place, parameter);
            AddText(place, parameter["description"]);
        }

        var body = project.Document.Follow(operation.Value["requestBody"]);
        AddText(id + " body", body?["description"]);
        foreach (var part in body?["content"].Members().SelectMany(content => (content.Value["schema"] as JObject)?["properties"].Members() ?? []) ?? [])
        {
            AddValue($"{id} body.{part.Name}", part);
        }

        AddText(id + " response", project.Document.Follow(operation.Value["responses"]?["200"])?["description"]);
    }

    private void AddSchema(string name, JObject schema)
    {
        AddText(name, schema["description"]);
        foreach (var member in schema["properties"].Members())
        {
            AddValue($"{name}.{member.Name}", member);
        }

        foreach (var (key, ending) in new[] { ("x-enumDescriptions", string.Empty), ("x-enumRemedies", " remedy") })
        {
            foreach (var (value, text) in (schema["enum"] as JArray ?? []).Zip(schema[key] as JArray ?? []))
            {
                AddText($"{name} {EnumRule.WireText(value)}{ending}", text);
            }
        }
    }

    private void AddValue(string place, JProperty member)
    {
        if (member.Value is JObject value)
        {
            _values.TryAdd(place, value);
            AddText(place, value["description"]);
        }
    }

    private void AddText(string place, JToken? text)
    {
        if (text?.Type == JTokenType.String)
        {
            _texts.TryAdd(place, text);
        }
    }
}
