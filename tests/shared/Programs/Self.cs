using System.Diagnostics;

namespace GenAuth.Tests.Shared;

/// <summary>Runs this program as another process.</summary>
internal static class Self
{
    public static ProcessStartInfo With(params string[] arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new ProcessStartInfo(program, isHost ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments);
    }

    /// <summary>Waits for its end and returns its output.</summary>
    public static string Run(params string[] arguments) => Run(With(arguments));

    /// <inheritdoc cref="Run(string[])"/>
    public static string Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with exit code {process.ExitCode}.");
    }
}
