using System.CommandLine;
using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Decisions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Merge;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import;

/// <summary><c>import</c>: updates the project's document from the documents that the service publishes.</summary>
internal static partial class ImportCommand
{
    private const string DeviationsFile = "DEVIATIONS.md";

    public static Command Create()
    {
        var sources = new Argument<string[]>("source") { Description = "One or more published documents: files or http(s) addresses.", Arity = ArgumentArity.OneOrMore };
        var document = new Option<string>("--document") { Description = "The project's document.", DefaultValueFactory = _ => Path.Combine("openapi", "genauth-v3.json") };
        var output = new Option<string?>("--output") { Description = "The file to write instead of changing the document." };
        var report = new Option<string?>("--report") { Description = "Also writes the report as JSON to this file." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reports without writing the document." };
        var remove = new Option<bool>("--remove") { Description = "Deletes what the service no longer has, except where a row of DEVIATIONS.md covers it." };
        var decisions = new Option<string?>("--decisions") { Description = "A report written with --report, with the decisions filled in; they are applied to the document." };
        var clients = new Option<string[]>("--clients") { Description = "The client of each document, for clients without an operation in the project.", AllowMultipleArgumentsPerToken = true };
        var timeout = new Option<int>("--timeout") { Description = "The time limit of a download in seconds.", DefaultValueFactory = _ => 60 };
        var command = new Command("import", "Updates the project's document from published documents: facts come from the service, texts and names from the project. Lists the open decisions.")
        {
            sources, document, output, report, decisions, clients, dryRun, remove, timeout,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var file = result.GetValue(document)!;
            var found = new List<PublishedDocument>();
            foreach (var source in result.GetValue(sources)!)
            {
                found.Add(PublishedDocument.Parse(await SourceText.ReadAsync(source, TimeSpan.FromSeconds(Math.Max(1, result.GetValue(timeout))), cancellationToken)));
            }

            var options = new ImportOptions(
                result.GetValue(remove), ClientsOf(result.GetValue(clients) ?? [], found.Count), result.GetValue(decisions) is { } filled ? DecisionFile.Read(filled) : DecisionFile.Empty);
            var (text, done) = Run(found, file, options);
            // The report is written first: if that fails, the document is unchanged.
            if (result.GetValue(report) is { } reportFile)
            {
                DocumentFile.Write(reportFile, DocumentFile.Text(done.ToJson()));
            }

            if (!result.GetValue(dryRun))
            {
                DocumentFile.Write(result.GetValue(output) ?? file, text);
            }

            TextReport.Write(result.InvocationConfiguration.Output, done);
            return done.Questions.Count == 0 ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>Runs the import and returns the document's new text.</summary>
    internal static (string Text, ImportReport Report) Run(IReadOnlyList<PublishedDocument> published, string file, ImportOptions options)
    {
        var project = Project.Read(file);
        var deviations = Deviations.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, DeviationsFile));
        var importer = new Importer(project, new(published, project, options.Clients), deviations, options.Decisions, options.Remove);
        importer.Run();
        DocumentOrder.Apply(project.Document.Root);
        return (DocumentFile.Text(project.Document.Root), importer.Report);
    }

    private static string[] ClientsOf(string[] clients, int documents)
    {
        if (clients.Length != 0 && clients.Length != documents)
        {
            throw new UsageException($"--clients names {clients.Length} clients for {documents} documents. Name one client for each document, in their order.");
        }

        return Array.Find(clients, client => !ClientName().IsMatch(client)) is { } wrong
            ? throw new UsageException($"--clients: '{wrong}' is not the name of a client. Use letters and digits, as in Authentication.")
            : clients;
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex ClientName();
}

/// <param name="Remove">Whether to delete what the service no longer has.</param>
/// <param name="Clients">The client of each document; empty when the project's operations determine it.</param>
/// <param name="Decisions">The decisions to apply.</param>
internal sealed record ImportOptions(bool Remove, IReadOnlyList<string> Clients, DecisionFile Decisions)
{
    public static ImportOptions Default { get; } = new(Remove: false, [], DecisionFile.Empty);
}
