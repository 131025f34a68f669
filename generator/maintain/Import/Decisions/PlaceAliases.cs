using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>Maps the places of decisions to their places after renames, so that the same file can be applied again.</summary>
internal sealed class PlaceAliases(DecisionFile decisions)
{
    private const string Schemas = "components/schemas/";

    private readonly IReadOnlyList<(string Old, string New)> _names =
    [
        .. decisions.All.Where(decision => decision.Kind is QuestionKind.Name && decision.Value.Text() is not null)
            .Select(decision => (Old: decision.Place.Replace(Schemas, string.Empty, StringComparison.Ordinal), New: NewName(decision))),
        .. decisions.All.Where(decision => decision.Kind is QuestionKind.Tag && decision.Value.Text() is not null).Select(decision => (decision.Place, $"{decision.Text} tag")),
    ];

    /// <summary>The place as written in the decision, followed by its forms with the decided names.</summary>
    public IEnumerable<string> Get(string place) => _names
        .Where(name => place.StartsWith(name.Old, StringComparison.Ordinal) && (place.Length == name.Old.Length || !char.IsLetterOrDigit(place[name.Old.Length])))
        .Select(name => name.New + place[name.Old.Length..])
        .Prepend(place);

    // The decision may name an operation with or without its client.
    private static string NewName(Decision decision) =>
        decision.Place.Contains('_', StringComparison.Ordinal) && !decision.Text.Contains('_', StringComparison.Ordinal) ? $"{decision.Place.Split('_')[0]}_{decision.Text}" : decision.Text;
}
