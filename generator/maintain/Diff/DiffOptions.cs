using System.CommandLine;

namespace GenAuth.Maintain.Diff;

/// <summary>The options of the command.</summary>
internal sealed class DiffOptions
{
    public Option<ReportFormat> Format { get; } = new("--format") { Description = "The format of the report." };

    public Option<string?> Output { get; } = new("--output") { Description = "The file for the report; the terminal by default." };

    public Option<FailOn> FailOn { get; } = new("--fail-on")
    {
        Description = "The changes that end the command with code 1. Breaking includes changes of behaviour.",
        DefaultValueFactory = _ => Diff.FailOn.Breaking,
    };

    public Option<bool> Changelog { get; } = new("--changelog") { Description = "Inserts the draft under Unreleased of CHANGELOG.md, without duplicates." };

    public Option<bool> NoNames { get; } = new("--no-names") { Description = "Uses the C# names that the build step would create, without names.lock; also works for documents that the build step refuses." };

    public Option<string?> OldNames { get; } = new("--old-names") { Description = "The names.lock of the old document; the one beside it by default." };

    public Option<string?> NewNames { get; } = new("--new-names") { Description = "The names.lock of the new document; the names that the build step creates by default." };

    public Option<string?> Project { get; } = new("--project") { Description = "The SDK's source folder; the current folder or one of its parents by default." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Format, Output, FailOn, Changelog, NoNames, OldNames, NewNames, Project])
        {
            command.Add(option);
        }
    }
}

/// <summary>The changes that count as findings.</summary>
internal enum FailOn
{
    Breaking,
    Any,
    Never,
}

internal enum ReportFormat
{
    Text,
    Markdown,
    Json,
}
