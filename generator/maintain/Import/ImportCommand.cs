using System.CommandLine;
using System.Text.RegularExpressions;
using GenAuth.Maintain.Import.Decisions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Merge;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import;

/// <summary>Brings documents as the service publishes them into the project's document.</summary>
internal static partial class ImportCommand
{
    private const string Deviating = "DEVIATIONS.md";

    public static Command Create()
    {
        var sources = new Argument<string[]>("source") { Description = "One or more published documents: files, or http(s) addresses.", Arity = ArgumentArity.OneOrMore };
        var document = new Option<string>("--document") { Description = "The project's document.", DefaultValueFactory = _ => Path.Combine("openapi", "genauth-v3.json") };
        var output = new Option<string?>("--output") { Description = "Where to write, instead of changing the document." };
        var report = new Option<string?>("--report") { Description = "Also writes the report as JSON to this file." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only reports." };
        var remove = new Option<bool>("--remove") { Description = "Deletes what the service no longer has, except for what a row of DEVIATIONS.md keeps." };
        var decisions = new Option<string?>("--decisions") { Description = "A report of --report with the decisions filled in, which are written into the document." };
        var clients = new Option<string[]>("--clients") { Description = "The client of each document, for clients of which the project has no operation yet.", AllowMultipleArgumentsPerToken = true };
        var timeout = new Option<int>("--timeout") { Description = "Seconds that a download may take.", DefaultValueFactory = _ => 60 };
        var command = new Command("import", "Brings published documents into the project's document: facts from the service, words and names from the project. Lists what it cannot decide.")
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
            // The report first: should it fail, nothing has been changed.
            if (result.GetValue(report) is { } reportFile)
            {
                DocumentFile.Write(reportFile, DocumentFile.Text(ReportJson.Create(done)));
            }

            if (!result.GetValue(dryRun))
            {
                DocumentFile.Write(result.GetValue(output) ?? file, text);
            }

            ReportText.Write(result.InvocationConfiguration.Output, done);
            return done.Undecided.Count == 0 ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }

    /// <summary>The project's document after the import.</summary>
    internal static (string Text, ImportReport Report) Run(IReadOnlyList<PublishedDocument> published, string file, ImportOptions options)
    {
        var project = Project.Read(file);
        var deviations = Deviations.Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, Deviating));
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
