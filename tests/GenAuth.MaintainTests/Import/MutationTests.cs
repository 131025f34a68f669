using CsCheck;
using GenAuth.Maintain;
using GenAuth.Maintain.Import;
using GenAuth.Maintain.Import.Input;
using GenAuth.MaintainTests.Import.Published;
using GenAuth.MaintainTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Import;

/// <summary>An import refuses a mutated document, or keeps every text, name and mark of the project.</summary>
public sealed class MutationTests : IDisposable
{
    private static readonly string[] Owned =
    [
        "summary", "description", "operationId", "tags", "x-csharp-name", "x-client-credentials", "x-retry", "x-paging", "x-sensitive", "x-source-name", "example",
        "x-enumNames", "x-enumDescriptions", "x-enumRemedies",
    ];

    private readonly ImportFolder _place = new();

    public MutationTests() => File.WriteAllText(_place.Document, SmallApi.Project.ToString());

    [Fact]
    public void Mutated_document_is_refused_or_changes_no_text_of_the_project()
    {
        var project = Words(SmallApi.Project);
        var refused = 0;
        var imported = 0;

        Mutation.Several(6).Sample(
            mutations =>
            {
                var text = Mutation.Apply(SmallApi.Published, mutations).ToString();
                try
                {
                    var (merged, _) = ImportCommand.Run([PublishedDocument.Parse(new("published.json", text))], _place.Document, ImportOptions.Default);
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
            iter: FuzzCases.Count(50));

        Assert.True(refused > 0 && imported * 4 > refused, $"{refused} refused, {imported} imported: the mutations are too wild, or too tame.");
    }

    public void Dispose() => _place.Dispose();

    /// <summary>The number of occurrences of each of the project's texts in a document.</summary>
    private static Dictionary<string, int> Words(JObject root) => root.Descendants().OfType<JProperty>()
        .Where(property => Owned.Contains(property.Name) && property.Parent?.Parent is not JProperty { Name: "properties" })
        .SelectMany(property => property.Value is JArray list ? list.Select(item => $"{property.Name}: {item}") : [$"{property.Name}: {property.Value}"])
        .CountBy(word => word)
        .ToDictionary();
}
