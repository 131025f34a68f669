using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>A value as the wire would have it: the document's sample, or one that fits the type.</summary>
/// <param name="texts">Texts for members without a sample.</param>
/// <param name="choose">Which members of a type to fill, <see langword="true"/> for the outermost one.</param>
internal sealed class SampleValue(KnownTexts texts, Func<Schema, bool, IEnumerable<Member>> choose)
{
    private const int PageSize = 50;

    public JToken Of(Schema schema, string name, JToken? example = null) => Of(schema, name, example, []);

    private JToken Of(Schema schema, string name, JToken? example, IReadOnlyList<string> within) => schema switch
    {
        _ when (example ?? schema.Example) is { } given => given,
        { IsEnum: true } => schema.Default ?? schema.Target["enum"]!.FirstOrDefault() ?? new JValue(string.Empty),
        { IsObject: true } => Object(schema, [.. within, schema.Name!], within.Count == 0),
        _ when schema.Default is { } value => value,
        { Items: { } items } => items.Name is { } type && within.Contains(type) ? new JArray() : new JArray(Of(items, One(name), null, within)),
        { Kind: "boolean" } => true,
        { Kind: "integer" or "number" } => name is "limit" or "size" ? PageSize : schema.Node["minimum"] ?? 1,
        { Kind: "string" } => (string?)schema.Node["format"] == "date-time" ? "2026-01-01T08:30:00.000Z" : texts.Of(name),
        _ => new JObject(),
    };

    // What a list is named after: userIds is made of a userId.
    private static string One(string name) => name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;

    private JObject Object(Schema type, IReadOnlyList<string> within, bool outermost)
    {
        var members = choose(type, outermost).Where(member => member.IsRequired || member.Schema.Name is not { } inner || !within.Contains(inner));
        return new JObject(members.Select(member => new JProperty(member.Name, Of(member.Schema, member.Name, null, within))));
    }
}
