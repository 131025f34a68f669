using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using GenAuth.Maintain.Diff.Input;

namespace GenAuth.Maintain.Diff.Release;

/// <summary>The current version and the one that Semantic Versioning requires after the changes.</summary>
internal sealed partial record VersionProposal(string Current, string Proposed)
{
    public override string ToString() => Current == Proposed ? $"{Current} stays" : $"{Current} -> {Proposed}";

    /// <summary>Reads the SDK's current version from <c>Directory.Build.props</c>; <see langword="null"/> outside of the source tree.</summary>
    public static string? ReadCurrent(Workspace workspace)
    {
        if (workspace.Root is null)
        {
            return null;
        }

        var file = Path.Combine(workspace.Root, "Directory.Build.props");
        try
        {
            return File.Exists(file) ? XDocument.Load(file).Descendants("Version").FirstOrDefault()?.Value.Trim() : null;
        }
        catch (XmlException exception)
        {
            throw new UsageException($"{file}: {exception.Message} Take the file from version control again.");
        }
    }

    /// <summary>Increments a version according to the most severe change.</summary>
    /// <returns><see langword="null"/> when the text is not a version.</returns>
    public static VersionProposal? Create(string current, IReadOnlyList<Change> changes)
    {
        if (Shape().Match(current) is not { Success: true } match)
        {
            return null;
        }

        int[] numbers = [Number("major"), Number("minor"), Number("patch")];
        return new VersionProposal(current, changes.Count == 0 ? current : Increment(numbers, match.Groups["label"].Value, match.Groups["number"].Value, changes.Min(change => change.Severity)));

        int Number(string part) => int.Parse(match.Groups[part].Value, CultureInfo.InvariantCulture);
    }

    private static string Increment(int[] numbers, string label, string number, Severity worst)
    {
        // Before 1.0.0 breaking changes increment the second number.
        var place = Math.Max(numbers[0] == 0 ? 1 : 0, worst switch { Severity.Breaking => 0, Severity.Documentation => 2, _ => 1 });
        // A preview has already incremented a number. That suffices for changes of the same or a lower severity: 2.0.0-preview.1 may break, 1.1.0-preview.1 may not.
        var incremented = numbers[2] != 0 ? 2 : numbers[1] != 0 ? 1 : 0;
        if (label.Length != 0 && incremented <= place)
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
