using System.Globalization;
using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Diff;

/// <summary>The version that Semantic Versioning asks for after a change.</summary>
internal sealed partial record VersionProposal(string Current, string Proposed)
{
    public override string ToString() => Current == Proposed ? $"{Current} stays" : $"{Current} -> {Proposed}";

    /// <summary>Reads a version and raises it by what the worst change asks for.</summary>
    /// <returns><see langword="null"/> when the text is no version.</returns>
    public static VersionProposal? Make(string current, IReadOnlyList<Change> changes)
    {
        if (Shape().Match(current) is not { Success: true } match)
        {
            return null;
        }

        int[] numbers = [Number("major"), Number("minor"), Number("patch")];
        return new VersionProposal(current, changes.Count == 0 ? current : Raise(numbers, match.Groups["label"].Value, match.Groups["number"].Value, changes.Min(change => change.Severity)));

        int Number(string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);
    }

    private static string Raise(int[] numbers, string label, string number, Severity worst)
    {
        // Before 1.0.0 the second number counts for what breaks.
        var place = Math.Max(numbers[0] == 0 ? 1 : 0, worst switch { Severity.Breaking => 0, Severity.Documentation => 2, _ => 1 });
        // A preview has raised a number already; nothing more is due if that was enough: 2.0.0-preview.1 may break, 1.1.0-preview.1 may not.
        var raised = numbers[2] != 0 ? 2 : numbers[1] != 0 ? 1 : 0;
        if (label.Length != 0 && raised <= place)
        {
            return $"{Join(numbers)}-{label}.{(number.Length == 0 ? 1 : int.Parse(number, CultureInfo.InvariantCulture) + 1)}";
        }

        int[] next = [.. numbers.Select((value, index) => index < place ? value : index == place ? value + 1 : 0)];
        return Join(next) + (label.Length == 0 ? string.Empty : $"-{label}.1");
    }

    private static string Join(int[] numbers) => string.Join('.', numbers);

    [GeneratedRegex(@"^(?<major>\d{1,9})\.(?<minor>\d{1,9})\.(?<patch>\d{1,9})(-(?<label>[A-Za-z][0-9A-Za-z-]*)(\.(?<number>\d{1,9}))?)?(\+\S*)?$")]
    private static partial Regex Shape();
}
