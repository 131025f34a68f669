using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>What the project's document makes of the same wire names elsewhere.</summary>
internal sealed class Vocabulary
{
    private const string ApiCode = "apiCode";
    private const string ApiCodes = "ApiCode";

    private static readonly string[] OfEnvelope = ["statusCode", "message", ApiCode, "requestId"];

    private readonly Project _project;
    private readonly Dictionary<string, JToken> _envelope;

    public Vocabulary(Project project)
    {
        var members = project.Schemas.Node.Properties().SelectMany(schema => schema.Value["properties"].Members())
            .Select(property => (property.Name, Node: property.Value, Schema: property.Value))
            .Concat(project.Operations.Values.SelectMany(operation => operation.Parameters(project.Document))
                .Select(parameter => (Name: Parameters.WireName(parameter), Node: (JToken)parameter, Schema: parameter["schema"] ?? parameter)))
            .Where(member => member.Node is JObject && member.Schema is JObject)
            .Select(member => (member.Name, Node: (JObject)member.Node, Schema: (JObject)member.Schema))
            .ToList();

        Numbers = members.Where(member => member.Schema["type"].Text() is "integer" or "number" && member.Schema["format"].Text() is not null)
            .ToLookup(member => member.Name, member => (member.Schema["type"].Text()!, member.Schema["format"].Text()!));
        Marks = members.Where(member => MayBeMarked(project.Schemas, member.Schema))
            .ToLookup(member => member.Name, member => member.Node["x-sensitive"].Text());
        ValueNames = project.Schemas.Node.Properties()
            .Where(schema => schema.Value["enum"] is JArray values && schema.Value["x-enumNames"] is JArray names && names.Count == values.Count)
            .SelectMany(schema => schema.Value["enum"]!.Zip(schema.Value["x-enumNames"].Texts()))
            .ToLookup(value => EnumRule.Text(value.First), value => value.Second);
        _project = project;
        _envelope = project.Schemas.Node.PropertyValues().OfType<JObject>().Where(IsEnvelope)
            .SelectMany(schema => schema["properties"].Members().Where(member => OfEnvelope.Contains(member.Name)))
            .GroupBy(member => member.Name)
            .ToDictionary(group => group.Key, group => group.CountBy(member => member.Value, JToken.EqualityComparer).MaxBy(member => member.Value).Key);
    }

    /// <summary>A member beside the data of every response, as most responses describe it.</summary>
    public JToken? EnvelopeMember(string name) => _envelope.GetValueOrDefault(name) ?? (name == ApiCode && _project.Schemas[ApiCodes] is not null ? FirstApiCode() : null);

    /// <summary>Type and format of the numbers of a name.</summary>
    public ILookup<string, (string Type, string Format)> Numbers { get; }

    /// <summary>What <c>x-sensitive</c> says of the members of a name; null stands for no mark.</summary>
    public ILookup<string, string?> Marks { get; }

    /// <summary>The names of an enum's value.</summary>
    public ILookup<string, string> ValueNames { get; }

    public static bool IsEnvelope(JObject schema) => schema["properties"]?["statusCode"] is not null && schema["properties"]?["message"] is not null;

    /// <summary>A mark stands on a value: not on a type with members of its own, which carries marks inside, nor on yes and no.</summary>
    public static bool MayBeMarked(SchemaSet schemas, JObject schema)
    {
        var (name, resolved) = schemas.Resolve(schema);
        return (name, resolved) switch
        {
            ({ }, _) => resolved["properties"] is null,
            (_, _) when resolved["items"] is JObject items => MayBeMarked(schemas, items),
            _ => resolved["type"].Text() != "boolean",
        };
    }

    // In a document that has no envelope yet.
    private static JObject FirstApiCode() => new()
    {
        ["allOf"] = new JArray(SchemaSet.Reference(ApiCodes)),
        ["description"] = PlaceholderText.Mark + "Narrows down what went wrong.",
    };
}
