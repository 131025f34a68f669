using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Model;

/// <summary>A schema with its place: <c>UserDto</c>, or <c>UserDto.email</c> for an inline schema.</summary>
internal sealed class SchemaNode(string name, JObject schema, bool isNamed)
{
    public string Name => name;

    /// <summary>The part after the last dot, which is the property's name for the schema of a property.</summary>
    public string LastName => name.Substring(name.LastIndexOf('.') + 1);

    public JObject Schema => schema;

    /// <summary>Whether it is a named schema of <c>components</c>.</summary>
    public bool IsNamed => isNamed;

    public string? Type => schema.Text("type");

    public IEnumerable<JProperty> Properties => schema.Members("properties").Where(property => property.Value is JObject);

    public Finding Finding(string message, string? key = null) => new(name, key is null ? NameToken : schema.At(key), message, LastName);

    private JToken NameToken => schema.Parent is JProperty property ? property : schema;
}

/// <summary>A named schema with enum values.</summary>
internal sealed class EnumSchema(SchemaNode node)
{
    public string Name => node.Name;

    public SchemaNode Node => node;

    public bool IsOfIntegers => node.Type == "integer";

    public IReadOnlyList<JToken> Values { get; } = node.Schema.List("enum");

    public IReadOnlyList<JToken> Names { get; } = node.Schema.List("x-enumNames");

    public IReadOnlyList<JToken> Descriptions { get; } = node.Schema.List("x-enumDescriptions");

    public IReadOnlyList<JToken> Remedies { get; } = node.Schema.List("x-enumRemedies");
}
