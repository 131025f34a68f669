using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Model;

/// <summary>A text that users see, and the name of what it describes.</summary>
internal sealed class Prose(string place, string name, JToken token, string? value)
{
    public string Name => name;

    /// <summary><see langword="null"/> if it is missing or not a text.</summary>
    public string? Value => value;

    public Finding Finding(string fault, string remedy) => new(place, token, $"{fault} {remedy}", name);

    /// <summary>All texts, including missing ones.</summary>
    public static IEnumerable<Prose> FindAll(LintModel document) =>
    [
        Create("info", "info", document.Root["info"] ?? document.Root),
        .. document.Root.List("tags").Select(tag => Create($"tag {tag.Text("name")}", tag.Text("name") ?? string.Empty, tag)),
        .. document.Root.Object("components").Members("securitySchemes").Select(scheme => Create(scheme.Name, scheme.Name, scheme.Value)),
        .. document.Operations.SelectMany(TextsOf),
        .. document.Schemas.Select(schema => Create(schema.Name, schema.Name, schema.Schema)),
        .. document.SchemaNodes.SelectMany(document.MembersOf).Select(member => Create(member.Place, member.Name, member.Node)),
        .. document.Enums.SelectMany(TextsOf),
    ];

    private static IEnumerable<Prose> TextsOf(OperationNode operation) =>
    [
        Create(operation.Name, operation.Name, operation.Node, "summary"),
        Create(operation.Name, operation.Name, operation.Node),
        .. operation.Parameters.Select(parameter => Create(parameter.Place, parameter.Name, parameter.Node)),
        .. operation.Body is { } body ? [Create(operation.Name + " body", string.Empty, body)] : Array.Empty<Prose>(),
        .. operation.Response is { } response ? [Create(operation.Name + " response", string.Empty, response)] : Array.Empty<Prose>(),
    ];

    private static IEnumerable<Prose> TextsOf(EnumSchema schema) =>
        from text in schema.Descriptions.Concat(schema.Remedies)
        let index = ((JArray)text.Parent!).IndexOf(text)
        let value = index < schema.Values.Count ? schema.Values[index].ToString() : "none"
        select new Prose($"{schema.Name}.{value}", string.Empty, text, text.AsText());

    private static Prose Create(string place, string name, JToken owner, string key = "description") => new(place, name, owner.At(key), owner.Text(key));
}
