using System.CommandLine;
using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Maintain.Diff;
using GenAuth.Maintain.Explorer;
using GenAuth.Maintain.Import;
using GenAuth.Maintain.Lint;
using GenAuth.Maintain.Reference;

namespace GenAuth.Maintain;

/// <summary>The program: parses the command line, runs one command and reports unusable input.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand("Commands for maintainers of the GenAuth .NET SDK when the API changes.")
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

    private static Task<int> Main(string[] args) => RunAsync(args, Console.Out, Console.Error);
}

/// <summary>The exit codes of all commands.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command succeeded and found something that needs a decision or a correction.</summary>
    public const int Findings = 1;

    /// <summary>An input is unusable; nothing was changed.</summary>
    public const int Unusable = 2;
}

/// <summary>An input is unusable. The message names it and the remedy; nothing was changed.</summary>
internal sealed class UsageException(string message) : Exception(message);
