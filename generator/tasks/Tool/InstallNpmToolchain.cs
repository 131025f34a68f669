using System.ComponentModel;
using System.Diagnostics;
using GenAuth.Build.Common;
using Microsoft.Build.Framework;

namespace GenAuth.Build.Tool;

/// <summary>
/// Installs NSwag from npm with the versions of the lock file, one build at a time: npm deletes the folder first, which would
/// break a concurrent build.
/// </summary>
public sealed class InstallNpmToolchain : ExclusiveTask
{
    private const string Code = "GENAUTH011";
    private const string Remedy = " Install Node.js with npm and check its registry, or build without NSwagToolchain=npm.";

    /// <summary>The folder of package.json.</summary>
    [Required]
    public string PackageDirectory { get; set; } = string.Empty;

    [Required]
    public ITaskItem[] Inputs { get; set; } = [];

    [Required]
    public string Stamp { get; set; } = string.Empty;

    public override bool Execute() => RunExclusively(Code, InstallUnlessDone);

    private bool InstallUnlessDone()
    {
        // Checked under the lock: another build may have done the work.
        var stamp = new StampFile(Stamp);
        if (stamp.IsNewerThan(Inputs))
        {
            return true;
        }

        var failure = Install();
        if (failure is not null)
        {
            return Errors.Add(Code, Path.Combine(PackageDirectory, "package.json"), failure + Remedy);
        }

        stamp.Write();
        return true;
    }

    /// <summary>Runs npm and returns the reason of a failure.</summary>
    private string? Install()
    {
        // On Windows npm is a batch file, which only the shell can start.
        var windows = Path.DirectorySeparatorChar == '\\';
        var start = new ProcessStartInfo
        {
            FileName = windows ? "cmd.exe" : "npm",
            Arguments = (windows ? "/d /c npm " : string.Empty) + "ci --no-audit --no-fund",
            WorkingDirectory = PackageDirectory,
        };
        ToolProcess process;
        try
        {
            process = ToolProcess.Run(start, TimeLimit, "npm error It");
        }
        catch (Win32Exception)
        {
            return "npm is not on the PATH.";
        }

        Log.LogMessage(MessageImportance.Low, "{0}", process.Output);
        if (process.ExitCode == 0)
        {
            return null;
        }

        var reasons = process.Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("npm error", StringComparison.Ordinal));
        return $"npm ci ended with exit code {process.ExitCode}: {string.Join(" ", reasons.Take(3).DefaultIfEmpty("it gave no reason."))}";
    }
}
