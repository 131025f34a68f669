using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Installs the tool from npm as the lock file says, one build at a time: npm empties the folder first, so that a second one
/// would pull it away under the first.
/// </summary>
public sealed class InstallNpmToolchain : Task
{
    private const string Remedy = " Install Node.js with npm and check its registry, or build without NSwagToolchain=npm.";

    /// <summary>The folder of package.json.</summary>
    [Required]
    public string Directory { get; set; }

    [Required]
    public ITaskItem[] Inputs { get; set; }

    [Required]
    public string Stamp { get; set; }

    [Required]
    public string LockFile { get; set; }

    /// <summary>Seconds that npm may run, and that this build waits for another one.</summary>
    [Required]
    public int TimeLimit { get; set; }

    public override bool Execute()
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(LockFile));
        using (var turn = Lock())
        {
            if (turn == null)
            {
                return Fail(LockFile, "Another build has held this file for " + TimeLimit + " s. Wait for it or end it, and build again.");
            }

            // Asked again under the lock: the build that held it may have done the work.
            if (File.Exists(Stamp) && Inputs.All(input => File.GetLastWriteTimeUtc(input.ItemSpec) <= File.GetLastWriteTimeUtc(Stamp)))
            {
                return true;
            }

            return Install();
        }
    }

    private FileStream Lock()
    {
        var waited = Stopwatch.StartNew();
        do
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
        while (waited.Elapsed.TotalSeconds < TimeLimit);
        return null;
    }

    private bool Install()
    {
        var package = Path.Combine(Directory, "package.json");
        var output = new StringBuilder();
        int exitCode;
        try
        {
            exitCode = Run(output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Fail(package, "npm is not on the PATH." + Remedy);
        }

        Log.LogMessage(MessageImportance.Low, output.ToString());
        if (exitCode != 0)
        {
            var reasons = output.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("npm error", StringComparison.Ordinal));
            return Fail(package, "npm ci ended with exit code " + exitCode + ": " + string.Join(" ", reasons.Take(3).DefaultIfEmpty("it gave no reason.")) + Remedy);
        }

        File.WriteAllText(Stamp, string.Empty);
        return true;
    }

    private int Run(StringBuilder output)
    {
        // On Windows npm is a batch file, which only the shell can start.
        var windows = Path.DirectorySeparatorChar == '\\';
        var start = new ProcessStartInfo
        {
            FileName = windows ? "cmd.exe" : "npm",
            Arguments = (windows ? "/d /c npm " : string.Empty) + "ci --no-audit --no-fund",
            WorkingDirectory = Directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using (var process = new Process { StartInfo = start })
        {
            process.OutputDataReceived += (_, line) => Append(output, line.Data);
            process.ErrorDataReceived += (_, line) => Append(output, line.Data);
            process.Start();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(TimeLimit * 1000))
            {
                process.Kill();
                Append(output, "npm error It did not end within " + TimeLimit + " s.");
                return -1;
            }

            process.WaitForExit();
            return process.ExitCode;
        }
    }

    private static void Append(StringBuilder output, string line)
    {
        if (line != null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private bool Fail(string file, string message)
    {
        Log.LogError(null, "GENAUTH011", null, file, 0, 0, 0, 0, "{0}", message);
        return false;
    }
}
