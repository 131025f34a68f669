using GenAuth.Maintain;

namespace GenAuth.MaintainTests.Support;

/// <summary>A command that was run as from a shell, and what it said.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public static async Task<Run> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}
