using CsCheck;
using GenAuth.Maintain;
using GenAuth.Maintain.Import;
using GenAuth.Maintain.Import.Input;
using GenAuth.MaintainTests.Import.Published;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>Whatever the service publishes, an import either refuses it or keeps every word, name and mark of the project.</summary>
public sealed class MutationTests : IDisposable
{
    private static readonly string[] Owned =
    [
        "summary", "description", "operationId", "tags", "x-csharp-name", "x-client-credentials", "x-retry", "x-paging", "x-sensitive", "x-source-name", "example",
        "x-enumNames", "x-enumDescriptions", "x-enumRemedies",
    ];

    private static readonly string[] Values = ["null", "true", "7", "-0.5", "\"\"", "\"string\"", "\"array\"", "\"数字\"", "[]", "{}", "[{}]", "[null]", "[\"a\"]", "{\"$ref\":\"#/components/schemas/GroupDto\"}", "{\"type\":\"number\"}", "{\"oneOf\":[{},{}]}", "{\"enum\":[\"a\",1,null]}"];

    private readonly Workplace _place = new();

    public MutationTests() => File.WriteAllText(_place.Document, SmallApi.Project.ToString());

    [Fact]
    public void A_mutated_document_is_refused_or_costs_no_word_of_the_project()
    {
        var project = Words(SmallApi.Project);
        var refused = 0;
        var imported = 0;

        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 4], Gen.Int[0, Values.Length - 1]).Array[1, 6].Sample(
            mutations =>
            {
                var text = Mutate(mutations).ToString();
                try
                {
                    var (merged, _) = ImportCommand.Run([PublishedDocument.Parse(new("published.json", text))], _place.Document, remove: false);
                    var kept = Words(JObject.Parse(merged));
                    var lost = project.FirstOrDefault(word => kept.GetValueOrDefault(word.Key) < word.Value).Key;
                    Assert.True(lost is null, $"Lost: {lost}");
                    Interlocked.Increment(ref imported);
                }
                catch (UsageException)
                {
                    Interlocked.Increment(ref refused);
                }
            },
            iter: 300);

        Assert.True(refused > 0 && imported > 100, $"{refused} refused, {imported} imported: the mutations are too wild, or too tame.");
    }

    public void Dispose() => _place.Dispose();

    private static JObject Mutate(IEnumerable<(int Place, int Kind, int Value)> mutations)
    {
        var root = (JObject)SmallApi.Published.DeepClone();
        foreach (var (place, kind, value) in mutations)
        {
            var all = root.Descendants().OfType<JProperty>().Where(property => property.Path is not ("openapi" or "paths")).ToList();
            var chosen = all[place % all.Count];
            switch (kind)
            {
                case 0:
                    chosen.Remove();
                    break;
                case 1:
                    chosen.Replace(new JProperty($"{chosen.Name}{value}", chosen.Value));
                    break;
                case 2:
                    // Something of the right kind, from elsewhere.
                    chosen.Value = (all.Skip(place % 997).FirstOrDefault(other => other != chosen && other.Name == chosen.Name) ?? chosen).Value.DeepClone();
                    break;
                case 3 when chosen.Value is JArray { Count: > 0 } list:
                    list.First!.Remove();
                    break;
                default:
                    chosen.Value = JToken.Parse(Values[value]);
                    break;
            }
        }

        return root;
    }

    /// <summary>How often each of the project's words stands in a document.</summary>
    private static Dictionary<string, int> Words(JObject root) => root.Descendants().OfType<JProperty>()
        .Where(property => Owned.Contains(property.Name) && property.Parent?.Parent is not JProperty { Name: "properties" })
        .SelectMany(property => property.Value is JArray list ? list.Select(item => $"{property.Name}: {item}") : [$"{property.Name}: {property.Value}"])
        .CountBy(word => word)
        .ToDictionary();
}
