using System.Globalization;
using CsCheck;
using GenAuth.GeneratorTests.Support;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Security;

/// <summary>
/// A document cannot write code: each hostile text is refused, or the generated code has exactly the shape that it has with
/// harmless text. Each document has several hostile texts in places that the check lets pass.
/// </summary>
/// <remarks>
/// The environment variable GENAUTH_HOSTILE_DOCUMENTS sets the number of documents. CsCheck prints the seed of a failure, which
/// CsCheck_Seed runs again.
/// </remarks>
public sealed class HostileDocumentTests
{
    private const int PlacesPerDocument = 4;

    private static readonly JObject Document = Parse(SmallDocument.Text);
    private static readonly IReadOnlyList<DocumentPlace> Places = DocumentPlace.All(Document);

    private static readonly int Documents = int.Parse(Environment.GetEnvironmentVariable("GENAUTH_HOSTILE_DOCUMENTS") ?? "8", CultureInfo.InvariantCulture);

    private static readonly Gen<(int Place, HostileChange Change)[]> Changes = Gen.Select(Gen.Int[0, Places.Count - 1], HostileText.Changes).Array[PlacesPerDocument];

    [Fact]
    public Task Hostile_texts_are_refused_or_do_not_change_the_shape_of_the_generated_code() =>
        Changes.SampleAsync(CheckAsync, iter: Documents, threads: 1, print: changes => string.Join("\n", changes.Select(change => $"{Places[change.Place].Shown}: {JsonConvert.ToString(change.Change.Text)} {change.Change.Placement}")));

    [Fact]
    public void Each_text_of_the_document_is_refused_with_a_line_separator_unless_it_is_a_sample()
    {
        var accepted = Places.Where(place => !IsSample(place) && DocumentChecks.Run(Changed(Document, place, text => text + "\u2028class Evil { }")).Count == 0);

        Assert.Empty(accepted.Select(place => place.Shown));
    }

    private static async Task CheckAsync((int Place, HostileChange Change)[] changes)
    {
        var (hostile, harmless) = ((JObject)Document.DeepClone(), (JObject)Document.DeepClone());
        // From the end, because a change does not move the text before it.
        foreach (var (place, change) in changes.DistinctBy(change => change.Place).OrderByDescending(change => change.Place))
        {
            var (next, nextHarmless) = (Changed(hostile, Places[place], change.Apply), Changed(harmless, Places[place], change.ApplyHarmless));
            if (DocumentChecks.Run(next).Count == 0 && DocumentChecks.Run(nextHarmless).Count == 0)
            {
                (hostile, harmless) = (next, nextHarmless);
            }
        }

        if (!JToken.DeepEquals(hostile, Document))
        {
            Assert.Equal(await ShapeAsync(harmless), await ShapeAsync(hostile));
        }
    }

    /// <summary>The shape of the generated code. A document that NSwag refuses has none, whatever its texts are.</summary>
    private static async Task<IReadOnlyList<string>> ShapeAsync(JObject document)
    {
        try
        {
            return CodeShape.Get(await Generation.RunAsync(document));
        }
        catch (NSwagException)
        {
            return [];
        }
    }

    private static JObject Changed(JObject root, DocumentPlace place, Func<string, string> change)
    {
        var copy = (JObject)root.DeepClone();
        place.Change(copy, change);
        return copy;
    }

    private static bool IsSample(DocumentPlace place) => place.Shown.Contains("example", StringComparison.Ordinal) || place.Shown.Contains("default", StringComparison.Ordinal);

    private static JObject Parse(string text) => JObject.Load(new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None });
}
