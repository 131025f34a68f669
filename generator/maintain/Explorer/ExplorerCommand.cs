using System.CommandLine;

namespace GenAuth.Maintain.Explorer;

/// <summary><c>explorer</c>: writes the document as a searchable page that works without a server or network.</summary>
internal static class ExplorerCommand
{
    public static Command Create()
    {
        var document = new Option<string>("--document") { Description = "The API document.", DefaultValueFactory = _ => Path.Combine("openapi", "genauth-v3.json") };
        var output = new Option<string>("--output") { Description = "The folder for the page. The command empties it first.", DefaultValueFactory = _ => Path.Combine("artifacts", "explorer") };
        var command = new Command("explorer", "Writes a page that explores the API document and opens from the disk.") { document, output };
        command.SetAction(parsed =>
        {
            var files = ExplorerPage.Files(OpenApiReader.ReadFile(parsed.GetValue(document)!));
            var path = parsed.GetValue(output)!;
            var folder = new OutputFolder(path, "explorer");
            folder.Clear();
            foreach (var (name, bytes) in files)
            {
                folder.Write(name, bytes);
            }

            parsed.InvocationConfiguration.Output.WriteLine($"Open it in a browser: {Path.GetFullPath(Path.Combine(path, ExplorerPage.Index))}");
            return ExitCode.Done;
        });
        return command;
    }
}
