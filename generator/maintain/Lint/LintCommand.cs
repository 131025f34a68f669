using System.CommandLine;
using GenAuth.Build.Lint;

namespace GenAuth.Maintain.Lint;

/// <summary><c>lint</c>: checks a document with the convention rules of the build, without a build.</summary>
internal static class LintCommand
{
    private const string Json = "json";

    public static Command Create()
    {
        var document = new Argument<string>("document") { Description = "The document.", DefaultValueFactory = _ => "openapi/genauth-v3.json" };
        var exceptions = new Option<string?>("--exceptions") { Description = $"The list of exceptions from the rules; {LintExceptions.FileName} beside the document by default." };
        var format = new Option<string>("--format") { Description = "The output format: text (one line for each finding, as in a build) or json (a list).", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);

        var command = new Command("lint", "Reports where a document breaks the conventions of openapi/README.md.") { document, exceptions, format };
        command.SetAction(arguments =>
        {
            var file = arguments.GetValue(document)!;
            var findings = LintReport.Check(file, arguments.GetValue(exceptions) ?? Path.Combine(Path.GetDirectoryName(file)!, LintExceptions.FileName));
            var output = arguments.InvocationConfiguration.Output;
            if (arguments.GetValue(format) == Json)
            {
                LintReport.WriteJson(findings, output);
            }
            else
            {
                LintReport.WriteText(findings, output);
            }

            return findings.Count == 0 ? ExitCode.Done : ExitCode.Findings;
        });
        return command;
    }
}
