using System.CommandLine;
using System.Text.RegularExpressions;
using GenAuth.Build;
using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Explorer;
using GenAuth.Maintain.Import;
using GenAuth.Maintain.Lint;
using GenAuth.Maintain.Reference;

namespace GenAuth.Maintain;

/// <summary>The commands by their names. Each is made in a folder of its own, and knows only what it is given here.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("What the maintainers of the GenAuth .NET SDK do when the API changes.")
        {
            ImportCommand.Create(),
            DiffCommand.Create(),
            LintCommand.Create(),
            ReferenceCommand.Create(),
            ExplorerCommand.Create(),
        };
        try
        {
            var command = root.Parse(args);
            var exitCode = await command.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return command.Errors.Count == 0 ? exitCode : ExitCode.Unusable;
        }
        catch (RegexMatchTimeoutException exception)
        {
            await error.WriteLineAsync($"A text of the document takes more than {RegexTimeout.Limit.TotalSeconds:0} s to search with the expression {exception.Pattern}: {PrintableText.Quote(exception.Input)}. Shorten the text.");
            return ExitCode.Unusable;
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync(exception.Message);
            return ExitCode.Unusable;
        }
    }
}
