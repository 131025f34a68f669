using CsCheck;
using GenAuth.Build.Document;
using GenAuth.Maintain;
using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Diff.Comparison;
using GenAuth.Maintain.Diff.Names;
using GenAuth.Maintain.Diff.Surface;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Diff;

/// <summary>Properties of diff for arbitrary documents.</summary>
public sealed class PropertyTests
{
    /// <summary>Any number of independent edits.</summary>
    private static readonly Gen<Edit[]> Edits = Gen.Shuffle(Edit.All.Where(edit => !IsDependent(edit)).ToArray(), 0, 12);

    [Fact]
    public void Diff_of_a_document_with_itself_is_empty() => Edits.Sample(edits => Api.Compare(After(edits), After(edits)).Count == 0);

    [Fact]
    public void Diff_of_the_service_document_with_itself_is_empty() =>
        Assert.Empty(DocumentComparison.Compare(RealDocument.Surface, new SurfaceReader(ApiDocument.Load(RealDocument.File), new ApiNames(locked: null), new HashSet<string>(), LockedNames.Read(RealDocument.NamesFile).All).Read(), new Dictionary<string, string>()));

    [Fact]
    public void Diff_ignores_the_order_of_keys_and_members() =>
        Gen.Select(Edits, Gen.Int).Sample((edits, seed) => Api.Compare(After(edits), (JObject)Shuffled(After(edits), new Random(seed))).Count == 0);

    [Fact]
    public void Diff_finds_the_same_changes_in_any_order_of_keys_and_members() =>
        Gen.Select(Edits, Gen.Int).Sample((edits, seed) =>
            Api.Compare(Api.Document(), After(edits)).SequenceEqual(Api.Compare((JObject)Shuffled(Api.Document(), new Random(seed)), (JObject)Shuffled(After(edits), new Random(seed + 1)))));

    [Fact]
    public void Diff_in_the_opposite_direction_swaps_additions_and_removals() =>
        Gen.Select(Edits, Edits).Sample((left, right) =>
        {
            var forward = Api.Compare(After(left), After(right));
            var back = Api.Compare(After(right), After(left));
            return Places(forward, ChangeKind.Removed).SetEquals(Places(back, ChangeKind.Added)) && Places(forward, ChangeKind.Added).SetEquals(Places(back, ChangeKind.Removed));
        });

    [Fact]
    public void Diff_finds_every_difference()
    {
        var leaves = Api.Document().Descendants().OfType<JValue>().Where(IsFree).Select(value => value.Path).ToArray();

        Assert.NotEmpty(leaves);
        Assert.All(leaves, path =>
        {
            var current = Api.Document();
            var value = (JValue)current.SelectToken(path)!;
            value.Value = value.Type == JTokenType.Boolean ? !(bool)value : value.Type == JTokenType.Integer ? (long)value + 1 : $"{value}x";
            Assert.NotEmpty(Api.Compare(Api.Document(), current));
        });
    }

    private static JObject After(Edit[] edits)
    {
        var document = Api.Document();
        foreach (var edit in edits)
        {
            edit.Apply(document);
        }

        return document;
    }

    private static HashSet<string> Places(IReadOnlyList<Change> changes, ChangeKind kind) => [.. changes.Where(change => change.Kind == kind).Select(change => change.Wire)];

    private static JToken Shuffled(JToken token, Random random) => token switch
    {
        JObject owner => new JObject(owner.Properties().OrderBy(_ => random.Next()).Select(property => new JProperty(property.Name,
            property.Name == "required" && property.Value is JArray required ? new JArray(required.OrderBy(_ => random.Next())) : Shuffled(property.Value, random)))),
        JArray list => new JArray(list.Select(item => Shuffled(item, random))),
        _ => token.DeepClone(),
    };

    private static bool IsDependent(Edit edit) =>
        edit.Rule is "operation-removed" or "operation-moved" or "paging-removed" or "parameter-removed" or "type-removed" or "type-renamed" or "type-kind-changed" or "member-removed" or "member-wire-name-changed"
            or "parameter-wire-name-changed" or "parameters-reordered" or "value-removed" or "parameter-required" or "parameter-optional" or "body-media-type-changed" or "member-optional" or "operation-id-changed";

    /// <summary>Whether a value is free, that is, not compared with another one.</summary>
    private static bool IsFree(JValue value) => !value.Path.Contains("$ref", StringComparison.Ordinal) && !value.Path.Contains("security", StringComparison.Ordinal);
}
