using GenAuth.Build.Api;
using GenAuth.Maintain.Reference.Api;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>Tables of parameters and members, with the columns of the service's reference and the C# name.</summary>
internal static class MemberTable
{
    private const string None = "-";
    private static readonly string[] Heads = ["Name", "C#", "Type", "Required", "Default", "Description", "Sample value"];

    public static string Write(IEnumerable<DocumentedArgument> arguments) => Markdown.Table(Heads, arguments.Select(argument => Row(
        argument.WireName, argument.Source.IsOption ? $"{ApiOptions.Parameter}.{argument.Name}" : argument.Name, argument.Schema, argument.IsRequired, argument.Description, argument.Example ?? argument.Schema.Example)));

    public static string Write(Schema type) => type.Members.Count == 0
        ? "Its members are not documented; received members are in `AdditionalProperties`.\n"
        : Markdown.Table(Heads, type.Members.Select(member => Row(
            member.Name, member.CSharpName, member.Schema, member.IsRequired, (member.IsDeprecated ? "Deprecated. " : string.Empty) + member.Schema.Description, member.Schema.Example)));

    private static string[] Row(string name, string csharpName, Schema schema, bool isRequired, string description, JToken? example) =>
    [
        Markdown.Code(name),
        Markdown.Code(csharpName),
        schema is { Name: null, Kind: "string" } && (string?)schema.Node["format"] == "binary" ? Markdown.Code("FileUpload") : TypeText.Write(schema),
        isRequired ? "Yes" : "No",
        Value(schema.Default),
        Markdown.Text(description) + Limits(schema),
        Value(example),
    ];

    private static string Value(JToken? value) => value is null ? None : Markdown.Code(value.Type == JTokenType.String ? (string)value! : value.ToString(Formatting.None));

    private static string Limits(Schema schema)
    {
        var limits = new[] { ("minimum", "at least"), ("maximum", "at most"), ("minLength", "characters: at least"), ("maxLength", "characters: at most"), ("minItems", "items: at least"), ("maxItems", "items: at most") }
            .Where(limit => schema.Node[limit.Item1] is not null)
            .Select(limit => $"{limit.Item2} {Markdown.Text(schema.Node[limit.Item1]!.ToString(Formatting.None))}");
        var text = string.Join(", ", limits);
        return text.Length == 0 ? string.Empty : $" ({text})";
    }
}
