using GenAuth.Build.Api;
using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Api;

/// <summary>A schema of the document: a named type, a list, a simple value, or any JSON.</summary>
internal sealed class Schema(ApiDocument document, RequiredNames names, JObject node)
{
    public JObject Node => node;

    /// <summary>The name of the type that it refers to, or <see langword="null"/>.</summary>
    public string? Name => ApiDocument.NameOf((node["$ref"] ?? (node["allOf"] as JArray)?.FirstOrDefault()?["$ref"]).Text());

    /// <summary>The schema of the named type, or this schema.</summary>
    public JObject Target => Name is { } name ? (JObject)document.Root["components"]!["schemas"]![name]! : node;

    /// <summary>The C# type of its values.</summary>
    public CSharpType Type => new TypeRules(document).GetValueType(node);

    public Schema? Items => node["items"] is JObject items ? new Schema(document, names, items) : null;

    public string? Kind => (string?)Target["type"];

    public bool IsEnum => Target["enum"] is not null;

    /// <summary>Whether it is a named type with members, not an enum.</summary>
    public bool IsObject => Name is not null && !IsEnum;

    public bool IsAny => Name is null && Kind is null or "object";

    public bool IsValue => IsEnum || Kind is "integer" or "number" or "boolean";

    /// <summary>The C# constant of an enum value, or <see langword="null"/> for a value without one.</summary>
    public string? Constant(string value) => names.GetConstant(Name!, value);

    public JToken? Example => node["example"];

    public JToken? Default => node["default"];

    public string Description => (string?)node["description"] ?? (string?)Target["description"] ?? string.Empty;

    public bool IsSensitive => node["x-sensitive"] is not null;

    public CSharpType MemberType(bool isRequired) => new TypeRules(document).GetMemberType(node, isRequired);

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
        Name is { } type ? names.GetMember(type, property.Name) : property.Name,
        new Schema(document, names, (JObject)property.Value),
        isRequired);
}

/// <summary>A member of a type.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="CSharpName">Its C# name.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="IsRequired">Whether it is always present.</param>
internal sealed record Member(string Name, string CSharpName, Schema Schema, bool IsRequired)
{
    public bool IsDeprecated => (bool?)Schema.Node["deprecated"] == true;

    public CSharpType Type => Schema.MemberType(IsRequired);

    /// <summary>Whether it can be <see langword="null"/> in C#.</summary>
    public bool IsNullable => Type.IsNullable;
}
