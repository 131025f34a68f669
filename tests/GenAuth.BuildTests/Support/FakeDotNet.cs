namespace GenAuth.BuildTests;

/// <summary>
/// A program that build.ps1 finds under the name dotnet. It records its arguments, and then ends with an exit code of the
/// test's choice or runs the real command line in a fresh shell.
/// </summary>
internal sealed class FakeDotNet : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FakeDotNet(Func<string> script)
    {
        if (OperatingSystem.IsWindows())
        {
            Program = _folder.Write("dotnet.cmd", $"@echo off\r\necho %*>> \"{Record}\"\r\n{script()}\r\n");
        }
        else
        {
            Program = _folder.Write("dotnet", $"#!/bin/sh\necho \"$@\" >> '{Record}'\n{script()}\n");
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Program { get; }

    public IReadOnlyList<string> Calls => File.Exists(Record) ? [.. File.ReadAllLines(Record).Select(line => line.Trim())] : [];

    private string Record => _folder.File("calls.txt");

    public static FakeDotNet Ending(int exitCode) => new(() => OperatingSystem.IsWindows() ? $"exit /b {exitCode}" : $"exit {exitCode}");

    /// <summary>Runs the real one, with the small document of a tree and without analyzers.</summary>
    public static FakeDotNet Real(SourceTree tree) => new(() =>
    {
        var current = Environment.GetEnvironmentVariables().Keys.Cast<string>().ToDictionary(name => name, Environment.GetEnvironmentVariable);
        var fresh = new Dictionary<string, string?>(current);
        FreshShell.Apply(fresh);
        fresh["GenAuthOpenApi"] = tree.Document;
        fresh["RunAnalyzers"] = "false";
        var removed = current.Keys.Where(name => !fresh.ContainsKey(name));
        var changed = fresh.Where(variable => current.GetValueOrDefault(variable.Key) != variable.Value);
        return OperatingSystem.IsWindows()
            ? string.Join("\r\n", [.. removed.Select(name => $"set {name}="), .. changed.Select(variable => $"set {variable.Key}={variable.Value}"), $"\"{DotNet.Command}\" %*"])
            : string.Join('\n', [.. removed.Select(name => $"unset {name}"), .. changed.Select(variable => $"export {variable.Key}='{variable.Value}'"), $"exec '{DotNet.Command}' \"$@\""]);
    });

    public void Dispose() => _folder.Dispose();
}
