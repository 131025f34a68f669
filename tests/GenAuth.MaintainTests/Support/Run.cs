using GenAuth.Maintain;

namespace GenAuth.MaintainTests.Support;

/// <summary>Runs a command of maintain, and holds its exit code and output.</summary>
internal sealed record Run(int ExitCode, string Output, string Error)
{
    public static async Task<Run> CommandAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(arguments, output, error);
        return new Run(exitCode, output.ToString(), error.ToString());
    }
}
