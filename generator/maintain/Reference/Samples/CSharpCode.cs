using System.Globalization;
using GenAuth.Build.Document;
using GenAuth.Maintain.Reference.Api;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference.Samples;

/// <summary>Writes values as C# expressions.</summary>
internal static class CSharpCode
{
    private const int Width = 100;

    /// <summary>Writes an expression of the type; <paramref name="isTyped"/> names the type, for places without a target type.</summary>
    public static string Write(Schema schema, JToken value, bool isTyped = false) => schema switch
    {
        { IsEnum: true } => schema.Constant(value.ToString()) is { } constant ? $"{schema.Name}.{constant}" : WriteUntyped(value),
        { IsObject: true } when value is JObject members => Object(schema, members, isTyped),
        { Type.Text: "DateTimeOffset" } when DateTimeOffset.TryParse(value.AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) => Instant(instant),
        { Items: { } items } when value is JArray list => Block(string.Empty, "[", [.. list.Select(item => Write(items, item))], "]"),
        _ => WriteUntyped(value),
    };

    /// <summary>Writes items between brackets: on one line if they are short, otherwise one line for each.</summary>
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
            : Block($"{head} ", "{", [.. members.Select(member => Assignment(member.CSharpName, Write(member.Schema, value[member.Name]!)))], "}");
    }

    private static string Instant(DateTimeOffset value) => string.Create(
        CultureInfo.InvariantCulture,
        $"new DateTimeOffset({value.Year}, {value.Month}, {value.Day}, {value.Hour}, {value.Minute}, {value.Second}, {(value.Millisecond == 0 ? string.Empty : $"{value.Millisecond}, ")}TimeSpan.Zero)");

    private static string Assignment(string name, string value) => $"{name} ={(value.StartsWith("[\n", StringComparison.Ordinal) ? '\n' : ' ')}{value}";

    private static string WriteUntyped(JToken value) => value switch
    {
        JObject { Count: 0 } => "new JObject()",
        JObject members => Block("new JObject ", "{", [.. members.Properties().Select(member => $"[{Literal(member.Name)}] = {WriteUntyped(member.Value)}")], "}"),
        JArray { Count: 0 } => "new JArray()",
        JArray list => Block("new JArray ", "{", [.. list.Select(WriteUntyped)], "}"),
        { Type: JTokenType.Boolean } => (bool)value ? "true" : "false",
        { Type: JTokenType.Integer or JTokenType.Float } => Convert.ToString(((JValue)value).Value, CultureInfo.InvariantCulture)!,
        { Type: JTokenType.Null } => "JValue.CreateNull()",
        _ => Literal((string)value!),
    };

    // C# has the escape sequences of JSON.
    private static string Literal(string value) => JsonConvert.ToString(value);
}
