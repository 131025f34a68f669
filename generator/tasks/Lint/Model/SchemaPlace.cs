using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>A schema and where it stands.</summary>
internal sealed class SchemaPlace(string name, JObject schema, bool isNamed)
{
    public string Name => name;

    /// <summary>What follows the last dot: the name of the property, if it is one's.</summary>
    public string LastName => name.Substring(name.LastIndexOf('.') + 1);

    public JObject Schema => schema;

    /// <summary>Whether it stands under <c>components</c> and has a name of its own.</summary>
    public bool IsNamed => isNamed;

    public string? Type => schema.Text("type");

    public IEnumerable<JProperty> Properties => schema.Members("properties").Where(property => property.Value is JObject);

    public Finding Finding(string message, string? key = null) => new(name, key is null ? Whole : schema.At(key), message, LastName);

    // The line of its name, where somebody looks for it.
    private JToken Whole => schema.Parent is JProperty property ? property : schema;
}
