using GenAuth.Maintain.Reference.Api;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Creates JSON values: the sample of the document, or a value that is valid for the type.</summary>
/// <param name="texts">Texts for members without a sample.</param>
/// <param name="select">Selects the members of a type; <see langword="true"/> for the outermost type.</param>
internal sealed class SampleValue(SampleTexts texts, Func<Schema, bool, IEnumerable<Member>> select)
{
    private const int PageSize = 50;

    public JToken Create(Schema schema, string name, JToken? example = null) => Create(schema, name, example, []);

    private JToken Create(Schema schema, string name, JToken? example, IReadOnlyList<string> enclosingTypes) => schema switch
    {
        _ when (example ?? schema.Example) is { } given => given,
        { IsEnum: true } => schema.Default ?? schema.Target["enum"]!.FirstOrDefault() ?? new JValue(string.Empty),
        { IsObject: true } => Object(schema, [.. enclosingTypes, schema.Name!], enclosingTypes.Count == 0),
        _ when schema.Default is { } value => value,
        { Items: { } items } => items.Name is { } type && enclosingTypes.Contains(type) ? new JArray() : new JArray(Create(items, Singular(name), null, enclosingTypes)),
        { Kind: "boolean" } => true,
        { Kind: "integer" or "number" } => name is "limit" or "size" ? PageSize : schema.Node["minimum"] ?? 1,
        { Kind: "string" } => (string?)schema.Node["format"] == "date-time" ? "2026-01-01T08:30:00.000Z" : texts.Get(name),
        _ => new JObject(),
    };

    // The items of userIds are named userId.
    private static string Singular(string name) => name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;

    private JObject Object(Schema type, IReadOnlyList<string> enclosingTypes, bool outermost)
    {
        var members = select(type, outermost).Where(member => member.IsRequired || member.Schema.Name is not { } inner || !enclosingTypes.Contains(inner));
        return new JObject(members.Select(member => new JProperty(member.Name, Create(member.Schema, member.Name, null, enclosingTypes))));
    }
}
