namespace GenAuth.BuildTests;

/// <summary>
/// A command named npm that precedes the real one on the PATH, so that the tests of npm run on every machine.
/// It records its arguments.
/// </summary>
public sealed class FakeNpm : IDisposable
{
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"];

    private readonly TemporaryFolder _folder = new();

    public static bool RealOneExists => Folders.Any(folder => Names.Any(name => File.Exists(Path.Combine(folder, name))));

    public IReadOnlyList<string> Calls => File.Exists(Record) ? [.. File.ReadAllLines(Record).Select(line => line.Trim())] : [];

    private string Record => _folder.File("calls.txt");

    private static string[] Folders => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// An environment in which npm installs the tool that NuGet restored, which has the same files. It clears the folder
    /// first, like the real one.
    /// </summary>
    public IReadOnlyDictionary<string, string?> Installing()
    {
        var tool = Path.Combine(TestData.Packages, "nswag.msbuild", "14.7.1", "tools", "Net100");
        return OperatingSystem.IsWindows()
            ? With($"rmdir /s /q node_modules 2>nul\r\nxcopy /e /i /q \"{tool}\" node_modules\\nswag\\bin\\binaries\\Net100 >nul")
            : With($"rm -rf node_modules && mkdir -p node_modules/nswag/bin/binaries && cp -r '{tool}' node_modules/nswag/bin/binaries/Net100");
    }

    /// <summary>An environment in which npm fails as the real one does.</summary>
    public IReadOnlyDictionary<string, string?> Failing(string reason) =>
        With(OperatingSystem.IsWindows() ? $"echo npm error {reason} 1>&2\r\nexit /b 7" : $"echo 'npm error {reason}' >&2\nexit 7");

    /// <summary>An environment in which npm installs a broken tool, or with <see langword="null"/> none.</summary>
    public IReadOnlyDictionary<string, string?> InstallingBroken(string? tool)
    {
        const string Folder = "node_modules/nswag/bin/binaries/Net100";
        var write = tool is null ? string.Empty
            : OperatingSystem.IsWindows() ? $"\r\necho {tool}> {Folder.Replace('/', '\\')}\\dotnet-nswag.dll"
            : $"\necho '{tool}' > {Folder}/dotnet-nswag.dll";
        return With((OperatingSystem.IsWindows() ? $"mkdir {Folder.Replace('/', '\\')}" : $"mkdir -p {Folder}") + write);
    }

    /// <summary>An environment without npm. The build itself needs nothing from the PATH.</summary>
    public IReadOnlyDictionary<string, string?> Absent() => new Dictionary<string, string?> { ["PATH"] = _folder.Path };

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, string?> With(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            _folder.Write("npm.cmd", $"@echo off\r\necho %*>> \"{Record}\"\r\n{script}\r\n");
        }
        else
        {
            var file = _folder.Write("npm", $"#!/bin/sh\necho \"$@\" >> '{Record}'\n{script}\n");
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new Dictionary<string, string?> { ["PATH"] = string.Join(Path.PathSeparator, [_folder.Path, .. Folders]) };
    }
}
