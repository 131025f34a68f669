using System.Diagnostics;

namespace GenAuth.BuildTests;

/// <summary>Runs the real command line, as a developer would from a fresh shell.</summary>
internal static class DotNet
{
    /// <summary>The command line that runs these tests.</summary>
    public static string Command { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Runs a command in a folder and waits until it exits, with any exit code.</summary>
    /// <param name="folder">Where the command runs.</param>
    /// <param name="arguments">The command and its arguments.</param>
    /// <param name="environment">Variables on top of those of a fresh shell; <see langword="null"/> removes one.</param>
    public static Task<BuildResult> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(Command) { WorkingDirectory = folder };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        FreshShell.Apply(start.Environment);
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return ChildProcess.RunAsync(start);
    }
}
