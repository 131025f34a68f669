using System.CommandLine;

namespace GenAuth.Maintain.Diff;

/// <summary>What the command can be told beside the two documents.</summary>
internal sealed class DiffOptions
{
    public Option<ReportFormat> Format { get; } = new("--format") { Description = "How the report is written." };

    public Option<string?> Output { get; } = new("--output") { Description = "Where the report goes; without it, to the terminal." };

    public Option<FailOn> FailOn { get; } = new("--fail-on")
    {
        Description = "What ends the command with code 1. Breaking is what does not compile, bind or behave as before.",
        DefaultValueFactory = _ => Diff.FailOn.Breaking,
    };

    public Option<bool> Changelog { get; } = new("--changelog") { Description = "Puts the draft under Unreleased of CHANGELOG.md, except for what stands there." };

    public Option<bool> NoNames { get; } = new("--no-names") { Description = "Takes the C# names that the build step would give, without names.lock and for documents that the build step refuses." };

    public Option<string?> OldNames { get; } = new("--old-names") { Description = "The names.lock of the old document, if it is not beside it." };

    public Option<string?> NewNames { get; } = new("--new-names") { Description = "The names.lock of the new document, instead of the names that the build step gives." };

    public Option<string?> Project { get; } = new("--project") { Description = "The folder of the SDK's sources; without it, the one around the current folder." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Format, Output, FailOn, Changelog, NoNames, OldNames, NewNames, Project])
        {
            command.Add(option);
        }
    }
}

/// <summary>What counts as a finding.</summary>
internal enum FailOn
{
    Breaking,
    Any,
    Never,
}
