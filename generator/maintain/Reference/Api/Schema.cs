using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>A schema as it stands somewhere: a named type, a list, a simple value, or anything.</summary>
internal sealed class Schema(ApiDocument document, ApiNames names, JObject node)
{
    public JObject Node => node;

    /// <summary>The named type it refers to, or <see langword="null"/>.</summary>
    public string? Name => ApiDocument.NameOf((node["$ref"] ?? (node["allOf"] as JArray)?.FirstOrDefault()?["$ref"]).Text());

    /// <summary>What the named type says, or what stands here.</summary>
    public JObject Target => Name is { } name ? (JObject)document.Root["components"]!["schemas"]![name]! : node;

    /// <summary>What a value of it is in C#.</summary>
    public CSharpType Type => new TypeRules(document).OfValue(node);

    public Schema? Items => node["items"] is JObject items ? new Schema(document, names, items) : null;

    public string? Kind => (string?)Target["type"];

    public bool IsEnum => Target["enum"] is not null;

    /// <summary>A type with members of its own, not a set of values.</summary>
    public bool IsObject => Name is not null && !IsEnum;

    public bool IsAny => Name is null && Kind is null or "object";

    public bool IsValue => IsEnum || Kind is "integer" or "number" or "boolean";

    /// <summary>The C# constant of a value of this set, or <see langword="null"/> when it has none.</summary>
    public string? Constant(string value) => names.Constant(Name!, value);

    public JToken? Example => node["example"];

    public JToken? Default => node["default"];

    public string Description => (string?)node["description"] ?? (string?)Target["description"] ?? string.Empty;

    public bool IsSensitive => node["x-sensitive"] is not null;

    public CSharpType MemberType(bool isRequired) => new TypeRules(document).OfMember(node, isRequired);

    public IReadOnlyList<Member> Members
    {
        get
        {
            var required = Target["required"].Texts().ToHashSet();
            return [.. ApiDocument.Children(Target["properties"]).Select(property => Member(property, required.Contains(property.Name)))];
        }
    }

    public Member? this[string name] => Members.FirstOrDefault(member => member.Name == name);

    private Member Member(JProperty property, bool isRequired) => new(
        property.Name,
        Name is { } type ? names.Member(type, property.Name) : property.Name,
        new Schema(document, names, (JObject)property.Value),
        isRequired);
}

/// <summary>A member of a type.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="CSharpName">Its C# name.</param>
/// <param name="Schema">What it is.</param>
/// <param name="IsRequired">Whether it is always there.</param>
internal sealed record Member(string Name, string CSharpName, Schema Schema, bool IsRequired)
{
    public bool IsDeprecated => (bool?)Schema.Node["deprecated"] == true;

    public CSharpType Type => Schema.MemberType(IsRequired);

    /// <summary>Whether it can be <see langword="null"/> in C#.</summary>
    public bool IsNullable => Type.IsNullable;
}
