using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>The document in the notation of <c>facts.txt</c>.</summary>
internal static class DocumentSheet
{
    public static IEnumerable<string> Lines =>
    [
        .. TheDocument.Operations.SelectMany(Describe),
        .. TheDocument.Schemas.Properties()
            .Where(schema => schema.Value["enum"] is null)
            .SelectMany(schema => Describe(schema.Name, (JObject)schema.Value)),
    ];

    private static IEnumerable<string> Describe(Operation operation) =>
    [
        $"{operation.Id}: {operation.Verb.ToUpperInvariant()} {operation.Path}; {operation.Tag}{((bool?)operation.Node["deprecated"] == true ? "; deprecated" : string.Empty)}",
        .. operation.Parameters.Select(parameter => $"  {NameOf(parameter)}: {TypeText.Write((JObject)parameter["schema"]!, (bool?)parameter["required"] == true)}"),
        .. operation.Body is { } body ? [Body(operation, body)] : Array.Empty<string>(),
        $"  response: {TypeText.Write(operation.Response)}",
    ];

    private static IEnumerable<string> Describe(string name, JObject schema) =>
    [
        $"{TypeText.OriginalName(name)}: {(string?)schema["type"]}",
        .. TypeText.Members(schema).Select(member => $"  .{member.Name}: {member.Text}"),
    ];

    private static string Body(Operation operation, JProperty body) =>
        $"  body: {body.Name} {TypeText.Write((JObject)body.Value["schema"]!, (bool?)operation.Node["requestBody"]!["required"] == true)}";

    // The brackets of a list are not part of its name.
    private static string NameOf(JObject parameter)
    {
        var name = (string)parameter["name"]!;
        return (string?)parameter["in"] == "path" ? $"{{{name}}}" : "?" + (name.EndsWith("[]", StringComparison.Ordinal) ? name[..^2] : name);
    }
}
