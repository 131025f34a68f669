using System.Diagnostics;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks.Generation;

/// <summary>The library and its build step in a temporary folder, to be built with any document.</summary>
internal sealed class SourceCopy : IDisposable
{
    private static readonly string[] Folders = ["generator", "openapi", "src"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("genauth-");

    public SourceCopy(string root) => ProjectSources.CopyTo(_folder.FullName, root, Folders);

    public string PathOf(string path) => Path.Combine(_folder.FullName, path);

    /// <summary>Runs a command of .NET in the folder and gives how long it took.</summary>
    public TimeSpan Run(params string[] arguments)
    {
        var begin = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command line of .NET did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begin)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with exit code {process.ExitCode}:\n{output}");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
