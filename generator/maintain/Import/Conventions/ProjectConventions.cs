using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>How the project's document describes members of the same wire name: number types, sensitivity, enum constants, envelopes.</summary>
internal sealed class ProjectConventions
{
    private const string ApiCode = "apiCode";
    private const string ApiCodes = "ApiCode";

    private static readonly string[] EnvelopeMembers = ["statusCode", "message", ApiCode, "requestId"];

    private readonly Project _project;
    private readonly Dictionary<string, JToken> _envelope;

    public ProjectConventions(Project project)
    {
        var members = project.Schemas.Node.Properties().SelectMany(schema => schema.Value["properties"].Members())
            .Select(property => (property.Name, Node: property.Value, Schema: property.Value))
            .Concat(project.Operations.Values.SelectMany(operation => operation.Parameters(project.Document))
                .Select(parameter => (Name: ParameterRule.WireName(parameter), Node: (JToken)parameter, Schema: parameter["schema"] ?? parameter)))
            .Where(member => member.Node is JObject && member.Schema is JObject)
            .Select(member => (member.Name, Node: (JObject)member.Node, Schema: (JObject)member.Schema))
            .ToList();

        NumberTypes = members.Where(member => member.Schema["type"].Text() is "integer" or "number" && member.Schema["format"].Text() is not null)
            .ToLookup(member => member.Name, member => (member.Schema["type"].Text()!, member.Schema["format"].Text()!));
        SensitiveMarks = members.Where(member => MayBeMarked(project.Schemas, member.Schema))
            .ToLookup(member => member.Name, member => member.Node["x-sensitive"].Text());
        EnumConstantNames = project.Schemas.Node.Properties()
            .Where(schema => schema.Value["enum"] is JArray values && schema.Value["x-enumNames"] is JArray names && names.Count == values.Count)
            .SelectMany(schema => schema.Value["enum"]!.Zip(schema.Value["x-enumNames"].Texts()))
            .ToLookup(value => EnumRule.WireText(value.First), value => value.Second);
        _project = project;
        _envelope = project.Schemas.Node.PropertyValues().OfType<JObject>().Where(IsEnvelope)
            .SelectMany(schema => schema["properties"].Members().Where(member => EnvelopeMembers.Contains(member.Name)))
            .GroupBy(member => member.Name)
            .ToDictionary(group => group.Key, group => group.CountBy(member => member.Value, JToken.EqualityComparer).MaxBy(member => member.Value).Key);
    }

    /// <summary>An envelope member in its most frequent description.</summary>
    public JToken? EnvelopeMember(string name) => _envelope.GetValueOrDefault(name) ?? (name == ApiCode && _project.Schemas[ApiCodes] is not null ? FirstApiCode() : null);

    /// <summary>Type and format of the numbers by wire name.</summary>
    public ILookup<string, (string Type, string Format)> NumberTypes { get; }

    /// <summary>The values of <c>x-sensitive</c> by wire name; null for a value without the mark.</summary>
    public ILookup<string, string?> SensitiveMarks { get; }

    /// <summary>The constant names by enum value.</summary>
    public ILookup<string, string> EnumConstantNames { get; }

    public static bool IsEnvelope(JObject schema) => schema["properties"]?["statusCode"] is not null && schema["properties"]?["message"] is not null;

    /// <summary>Whether <c>x-sensitive</c> is allowed: not on a type with members, whose members have the marks, and not on a boolean.</summary>
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

    // For a document without an envelope.
    private static JObject FirstApiCode() => new()
    {
        ["allOf"] = new JArray(SchemaSet.Reference(ApiCodes)),
        ["description"] = PlaceholderText.Prefix + "Narrows down what went wrong.",
    };
}
