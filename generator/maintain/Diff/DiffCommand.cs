using System.CommandLine;
using GenAuth.Build.Document;
using GenAuth.Maintain.Diff.Comparison;
using GenAuth.Maintain.Diff.Input;
using GenAuth.Maintain.Diff.Names;
using GenAuth.Maintain.Diff.Release;
using GenAuth.Maintain.Diff.Report;
using GenAuth.Maintain.Diff.Surface;

namespace GenAuth.Maintain.Diff;

/// <summary><c>diff</c>: compares two API documents and reports the effects on users of the SDK.</summary>
internal static class DiffCommand
{
    private const string Document = "openapi/genauth-v3.json";

    public static Command Create()
    {
        var old = new Argument<string>("old")
        {
            Description = "The old document: a file, or a git revision of one.",
            DefaultValueFactory = _ => $"HEAD:{Document}",
        };
        var current = new Argument<string?>("new") { Description = $"The new document. [default: {Document}]", Arity = ArgumentArity.ZeroOrOne };
        var options = new DiffOptions();
        var command = new Command("diff", "Compares two API documents and reports the effects on users of the SDK.") { old, current };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var workspace = new Workspace(parsed.GetValue(options.Project));
            var before = await DocumentSource.FetchAsync(parsed.GetValue(old)!, parsed.GetValue(options.OldNames), "old", workspace, cancellationToken);
            var label = parsed.GetValue(current) ?? Path.GetRelativePath(Directory.GetCurrentDirectory(), workspace.InRoot(Document, "hold the new document"));
            var after = await DocumentSource.FetchAsync(label, parsed.GetValue(options.NewNames), "new", workspace, cancellationToken);

            var changes = Compare(before, after, parsed.GetValue(options.NoNames), parsed.GetValue(options.NewNames) is not null, workspace);
            var version = VersionProposal.ReadCurrent(workspace) is { } number ? VersionProposal.Create(number, changes) : null;
            var result = new DiffResult(before.Label, after.Label, changes, version);
            await WriteAsync(parsed, options, result, cancellationToken);
            if (parsed.GetValue(options.Changelog) && ChangelogEntry.Draft(changes) is { Count: not 0 } entry)
            {
                var file = workspace.InRoot("CHANGELOG.md", "hold the changelog");
                await SaveAsync(file, Changelog.Insert(File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null, entry), cancellationToken);
            }

            return IsFinding(parsed.GetValue(options.FailOn), result) ? ExitCode.Findings : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Uses the locked names of the old document, unless <c>--no-names</c> is given.</summary>
    private static IReadOnlyList<Change> Compare(DocumentSource old, DocumentSource current, bool noNames, bool hasNewNames, Workspace workspace)
    {
        var documents = (Old: old.Read(), New: current.Read());
        var oldNames = noNames ? null : ReadNames(old, documents.Old, old.Names);
        var newNames = noNames ? null : ReadNames(current, documents.New, hasNewNames ? current.Names : null);

        var wrapped = WrappedOperations.Read(workspace);
        var renames = TypeRenames.Find(documents.Old, documents.New);
        var earlier = renames.ToDictionary(rename => rename.Value, rename => rename.Key);
        var published = old.Names is null ? null : LockedNames.Read(old.Names).All;
        // Without its own names.lock, the new document is compared as the successor of the old one.
        var publishedBefore = current.Names is null ? PublishedNames.Create(documents.Old, published) : LockedNames.Read(current.Names).All;
        return DocumentComparison.Compare(
            new SurfaceReader(TypeRenames.Apply(documents.Old, renames), new ApiNames(oldNames, earlier), wrapped, published).Read(),
            new SurfaceReader(documents.New, new ApiNames(newNames), wrapped, publishedBefore).Read(),
            renames);
    }

    /// <summary>Reads the locked names. Without them the build step must accept the document, because the created names are uncertain otherwise.</summary>
    private static LockedNames? ReadNames(DocumentSource source, ApiDocument document, string? file)
    {
        if (file is not null)
        {
            return LockedNames.Read(file);
        }

        DocumentCheck.Run(document.Root, new DocumentErrors((code, message, line, column) => throw new UsageException(
            $"{source.Label}({line},{column}): the build step cannot generate a client from it: error {code}: {message} Correct it, or compare with uncertain C# names (--no-names).")));
        return null;
    }

    private static async Task WriteAsync(ParseResult parsed, DiffOptions options, DiffResult result, CancellationToken cancellationToken)
    {
        var text = parsed.GetValue(options.Format) switch
        {
            ReportFormat.Markdown => MarkdownReport.Write(result),
            ReportFormat.Json => JsonReport.Write(result),
            _ => TextReport.Write(result),
        };
        if (parsed.GetValue(options.Output) is { } file)
        {
            await SaveAsync(file, text, cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{ReportLabels.Summary(result)} The report is in {file}.");
        }
        else
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(text);
        }
    }

    private static async Task SaveAsync(string file, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file}: the file cannot be written: {exception.Message}");
        }
    }

    private static bool IsFinding(FailOn failOn, DiffResult result) => failOn switch
    {
        FailOn.Any => result.Changes.Count != 0,
        FailOn.Breaking => result.Count(Severity.Breaking) + result.Count(Severity.Behaviour) != 0,
        _ => false,
    };
}
