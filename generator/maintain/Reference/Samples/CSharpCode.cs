using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>Values as C# expressions.</summary>
internal static class CSharpCode
{
    private const int Width = 100;

    /// <summary>An expression of the type; <paramref name="isTyped"/> when the place does not tell the type.</summary>
    public static string Of(Schema schema, JToken value, bool isTyped = false) => schema switch
    {
        { IsEnum: true } => schema.Constant(value.ToString()) is { } constant ? $"{schema.Name}.{constant}" : Anything(value),
        { IsObject: true } when value is JObject members => Object(schema, members, isTyped),
        { Items: { } items } when value is JArray list => Block(string.Empty, "[", [.. list.Select(item => Of(items, item))], "]"),
        _ => Anything(value),
    };

    /// <summary>Items between brackets: on one line if they are simple, else on a line each.</summary>
    public static string Block(string head, string open, IReadOnlyList<string> items, string close)
    {
        if (items.Count == 0)
        {
            return head + open + close;
        }

        var blank = open == "{" ? " " : string.Empty;
        var line = $"{head}{open}{blank}{string.Join(", ", items)}{blank}{close}";
        return line.Length <= Width && !line.Contains('\n', StringComparison.Ordinal) && (items.Count == 1 || open == "[")
            ? line
            : $"{head.TrimEnd()}\n{open}\n{string.Concat(items.Select(item => Indent(item) + ",\n"))}{close}".TrimStart('\n');
    }

    public static string Indent(string text) => string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));

    private static string Object(Schema schema, JObject value, bool isTyped)
    {
        var members = schema.Members.Where(member => value[member.Name] is not null).ToList();
        var head = isTyped ? $"new {schema.Name}" : "new()";
        return members.Count == 0
            ? isTyped ? $"{head}()" : head
            : Block($"{head} ", "{", [.. members.Select(member => Assignment(member.CSharpName, Of(member.Schema, value[member.Name]!)))], "}");
    }

    private static string Assignment(string name, string value) => $"{name} ={(value.StartsWith("[\n", StringComparison.Ordinal) ? '\n' : ' ')}{value}";

    private static string Anything(JToken value) => value switch
    {
        JObject { Count: 0 } => "new JObject()",
        JObject members => Block("new JObject ", "{", [.. members.Properties().Select(member => $"[{Text(member.Name)}] = {Anything(member.Value)}")], "}"),
        JArray { Count: 0 } => "new JArray()",
        JArray list => Block("new JArray ", "{", [.. list.Select(Anything)], "}"),
        { Type: JTokenType.Boolean } => (bool)value ? "true" : "false",
        { Type: JTokenType.Integer or JTokenType.Float } => Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!,
        { Type: JTokenType.Null } => "JValue.CreateNull()",
        _ => Text((string)value!),
    };

    // What JSON escapes, C# escapes in the same way.
    private static string Text(string value) => JsonConvert.ToString(value);
}
