using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Model;

/// <summary>A property of a schema or a parameter of an operation.</summary>
internal sealed class Member(string place, string name, JObject node, LintModel document)
{
    private readonly Lazy<JObject> _value = new(() => document.ResolveItem(node.Object("schema") ?? node));

    public string Place => place;

    /// <summary>The name, without the brackets of a list.</summary>
    public string Name { get; } = name.Replace("[]", string.Empty);

    public JObject Node => node;

    public string Description => node.Text("description") ?? string.Empty;

    /// <summary>The value of <c>x-sensitive</c>.</summary>
    public string? Mark => node.Text("x-sensitive");

    /// <summary>The resolved schema of the value; for a list, of its items.</summary>
    public JObject Value => _value.Value;

    /// <summary>Whether the value has members, which have marks of their own.</summary>
    public bool HasMembers => Value.Members("properties").Any();

    /// <summary>Whether the value can be anything: it has no type, or is an object without described members.</summary>
    public bool IsFreeForm => Value.Text("type") is null or "object" && !HasMembers;

    public bool IsText => !Value.Has("enum") && Value.Text("type") is null or "string";

    public bool IsFlag => Value.Text("type") == "boolean";

    public Finding Finding(string message, string? key = null) => new(Place, key is null ? Token : node.At(key), message, Name);

    /// <summary>The node of its name.</summary>
    public JToken Token => node.Parent is JProperty property ? property : node.At("name");
}
