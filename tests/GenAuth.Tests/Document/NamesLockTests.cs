using GenAuth.Tests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

/// <summary>
/// openapi/names.lock has a public name for every element of the document, and no others. The build
/// compares the names, but accepts added and removed elements, which this test checks.
/// </summary>
public sealed class NamesLockTests
{
    private const string Remedy = "Run 'dotnet build generator -p:GenAuthAcceptNames=true' and commit openapi/names.lock.";

    private static string[] Lines { get; } = [.. File.ReadAllLines(Repository.PathOf("openapi", "names.lock")).SkipWhile(line => line.StartsWith('#'))];

    private static HashSet<string> Locked { get; } = [.. Lines.Select(line => line[..line.LastIndexOf(" = ", StringComparison.Ordinal)])];

    private static HashSet<string> Documented { get; } = [.. Operations(), .. Schemas()];

    [Fact]
    public void Everything_in_the_document_has_a_locked_name() => AssertNone(Documented.Except(Locked), "has no name in it yet");

    [Fact]
    public void Nothing_is_locked_that_the_document_no_longer_has() => AssertNone(Locked.Except(Documented), "is in it, but no longer in the document");

    [Fact]
    public void Lines_are_sorted_and_unique()
    {
        Assert.Equal(Lines.Order(StringComparer.Ordinal), Lines);
        Assert.Equal(Lines.Length, Locked.Count);
    }

    private static void AssertNone(IEnumerable<string> identities, string fault)
    {
        var all = identities.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"names.lock is out of step: '{all.FirstOrDefault()}' {fault} ({all.Count} such). {Remedy}");
    }

    private static IEnumerable<string> Operations() =>
        from path in ApiDocument.Root["paths"]!.Children<JProperty>()
        from verb in path.Value.Children<JProperty>()
        from identity in Operation($"{verb.Name.ToUpperInvariant()} {path.Name}", (JObject)verb.Value)
        select identity;

    private static IEnumerable<string> Operation(string name, JObject operation) =>
    [
        name,
        $"{name} area",
        .. operation["parameters"]?.Any(parameter => (bool?)parameter["required"] != true) == true ? [$"{name} options"] : Array.Empty<string>(),
        .. operation["parameters"]?.SelectMany(parameter => Parameter(name, parameter)) ?? [],
        .. operation["requestBody"]?["content"]!.Children<JProperty>().SelectMany(content => Body(name, content)) ?? [],
        $"{name} response",
        .. operation["x-paging"] is null ? Array.Empty<string>() : [$"{name} paging", $"{name} item"],
    ];

    private static IEnumerable<string> Parameter(string operation, JToken parameter)
    {
        var name = (string)parameter["name"]!;
        return Typed((string)parameter["in"]! == "path" ? $"{operation} {{{name}}}" : $"{operation} ?{name.Replace("[]", string.Empty, StringComparison.Ordinal)}", parameter);
    }

    private static IEnumerable<string> Body(string operation, JProperty content) => content.Name == "multipart/form-data"
        ? content.Value["schema"]!["properties"]!.Children<JProperty>().Select(part => $"{operation} ({part.Name})")
        : [$"{operation} (body)", $"{operation} body"];

    private static IEnumerable<string> Schemas() =>
        from schema in ApiDocument.Root["components"]!["schemas"]!.Children<JProperty>()
        from identity in Values(schema).Concat(schema.Value["properties"]?.Children<JProperty>().SelectMany(member => Typed($"{schema.Name}.{member.Name}", member.Value)) ?? [])
        select identity;

    private static IEnumerable<string> Values(JProperty schema) =>
        schema.Value["enum"]?.Select(value => $"{schema.Name}.{(value.Type == JTokenType.String ? JsonConvert.ToString((string)value!)[1..^1] : value)}") ?? [];

    /// <summary>With a second line if the type is renamed by the project.</summary>
    private static IEnumerable<string> Typed(string identity, JToken owner) =>
        owner.SelectTokens("$..['$ref']").Any() ? [identity, $"{identity} type"] : [identity];
}
