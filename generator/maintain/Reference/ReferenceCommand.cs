using System.CommandLine;
using System.Text;

namespace GenAuth.Maintain.Reference;

/// <summary><c>reference</c>: writes a Markdown page for each operation and each type.</summary>
internal static class ReferenceCommand
{
    public static Command Create()
    {
        var document = new Option<string>("--document") { Description = "The API document.", DefaultValueFactory = _ => Path.Combine("openapi", "genauth-v3.json") };
        var names = new Option<string?>("--names") { Description = "The locked names; names.lock beside the document by default." };
        var output = new Option<string>("--output") { Description = "The folder for the pages; it is deleted and created again.", DefaultValueFactory = _ => Path.Combine("artifacts", "reference") };
        var command = new Command("reference", "Writes the reference pages for C#: one for each operation and each type.") { document, names, output };
        command.SetAction(parsed =>
        {
            var documentFile = parsed.GetValue(document)!;
            var namesFile = parsed.GetValue(names) ?? Path.Combine(Path.GetDirectoryName(documentFile) ?? string.Empty, "names.lock");
            var api = OpenApiReader.ReadFile(documentFile);
            ReferenceRules.Check(documentFile, api);
            var pages = new ReferenceGenerator(api, LockedNames.Read(namesFile)).CreatePages();
            var path = parsed.GetValue(output)!;
            var folder = new OutputFolder(path, "reference");
            folder.Clear();
            foreach (var page in pages)
            {
                folder.Write(page.Path, Encoding.UTF8.GetBytes(page.Text));
            }

            parsed.InvocationConfiguration.Output.WriteLine($"{pages.Count} pages: {Path.Combine(path, "README.md")}");
            return ExitCode.Done;
        });
        return command;
    }
}
