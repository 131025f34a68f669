using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Runs the tool, one process at a time even among several builds, and takes over what it wrote only if it wrote all of it.
/// What it says goes into a file, for ExplainNSwag if it failed and for whoever wants to read it.
/// </summary>
public sealed class RunNSwag : Task
{
    /// <summary>Stands in the generated files only if they were made with this project's templates.</summary>
    private const string TemplateMark = "Made from the API document by generator/";

    [Required]
    public string Tool { get; set; }

    [Required]
    public string Configuration { get; set; }

    [Required]
    public string Document { get; set; }

    [Required]
    public string OutputDirectory { get; set; }

    [Required]
    public ITaskItem[] Outputs { get; set; }

    [Required]
    public ITaskItem[] Inputs { get; set; }

    [Required]
    public string Stamp { get; set; }

    /// <summary>Gets what the tool said.</summary>
    [Required]
    public string ToolLog { get; set; }

    [Required]
    public string LockFile { get; set; }

    /// <summary>Seconds that the tool may run, and that this build waits for another one.</summary>
    [Required]
    public int TimeLimit { get; set; }

    /// <summary>Whether the tool failed, and how is still to be told.</summary>
    [Output]
    public bool Failed { get; set; }

    /// <summary>The tool's exit code; it can be 0 although the tool failed.</summary>
    [Output]
    public int ExitCode { get; set; }

    private string WorkDirectory => Path.Combine(OutputDirectory, "work") + Path.DirectorySeparatorChar;

    public override bool Execute()
    {
        if (!File.Exists(Tool))
        {
            return Fail("GENAUTH010", Tool, 0, 0, "The code generator is not there. Restore the solution (dotnet restore), or delete generator/node_modules and build again if it comes from npm.");
        }

        if (!File.Exists(Configuration))
        {
            return Fail("GENAUTH013", Configuration, 0, 0, "The generator's configuration does not exist. Restore the file from version control.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(LockFile));
        using (var turn = Lock())
        {
            if (turn == null)
            {
                return Fail("GENAUTH015", LockFile, 0, 0, "Another build has held this file for " + TimeLimit + " s. Wait for it or end it, and build again.");
            }

            if (IsUpToDate())
            {
                Log.LogMessage(MessageImportance.Normal, "Another build has just generated the API client.");
                return true;
            }

            Generate();
            return true;
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

    /// <summary>Asked again under the lock: the build that held it may have done the work.</summary>
    private bool IsUpToDate() =>
        File.Exists(Stamp) && Outputs.All(output => File.Exists(output.ItemSpec))
        && Inputs.All(input => File.GetLastWriteTimeUtc(input.ItemSpec) <= File.GetLastWriteTimeUtc(Stamp));

    private void Generate()
    {
        // The tool writes into an empty folder: what it does not write this time must not be taken from the last time.
        if (Directory.Exists(WorkDirectory))
        {
            Directory.Delete(WorkDirectory, recursive: true);
        }

        Directory.CreateDirectory(WorkDirectory);
        foreach (var stale in Directory.GetFiles(OutputDirectory, "*.stamp"))
        {
            File.Delete(stale);
        }

        // A change that arrives while the tool runs must look newer than the stamp.
        var started = DateTime.UtcNow;

        // Under a plain name in a plain place, because the tool's variables cannot carry a comma or an equals sign.
        File.Copy(Document, WorkDirectory + "document.json");

        var output = new StringBuilder();
        ExitCode = Run(output);
        File.WriteAllText(ToolLog, output.ToString());
        Failed = ExitCode != 0 || !Outputs.All(IsOurs);
        if (Failed)
        {
            return;
        }

        foreach (var file in Outputs)
        {
            Publish(Work(file), file.ItemSpec);
        }

        Directory.Delete(WorkDirectory, recursive: true);
        File.WriteAllText(Stamp, string.Empty);
        File.SetLastWriteTimeUtc(Stamp, started);
        Log.LogMessage(MessageImportance.High, "Generated the API client from {0}.", Document);
    }

    /// <summary>A file whose text is the same stays as it is, so that the library is not compiled for nothing.</summary>
    private static void Publish(string from, string to)
    {
        if (!File.Exists(to))
        {
            File.Move(from, to);
        }
        else if (!File.ReadAllBytes(from).SequenceEqual(File.ReadAllBytes(to)))
        {
            File.Replace(from, to, null);
        }
    }

    private int Run(StringBuilder output)
    {
        var start = new ProcessStartInfo
        {
            FileName = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            Arguments = string.Join(" ", Quote(Tool), "run", Quote(Configuration), Quote("/variables:" + Variables())),
            WorkingDirectory = Path.GetDirectoryName(Configuration),
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Without the tool's version in the output a newer tool that writes the same text makes no difference.
        start.EnvironmentVariables["NSWAG_NOVERSION"] = "1";
        start.EnvironmentVariables["DOTNET_ROLL_FORWARD"] = "Major";
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
                Append(output, "The tool did not end within " + TimeLimit + " s.");
                return -1;
            }

            process.WaitForExit();
            return process.ExitCode;
        }
    }

    private string Variables()
    {
        var directory = Relative(WorkDirectory);
        return "Document=" + directory + "document.json,Contracts=" + directory + Path.GetFileName(Outputs[0].ItemSpec)
            + ",Clients=" + directory + Path.GetFileName(Outputs[1].ItemSpec);
    }

    private string Relative(string directory)
    {
        var from = new Uri(Path.GetFullPath(Configuration));
        return Uri.UnescapeDataString(from.MakeRelativeUri(new Uri(Path.GetFullPath(directory))).ToString());
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

    private string Work(ITaskItem output) => WorkDirectory + Path.GetFileName(output.ItemSpec);

    private bool IsOurs(ITaskItem output) =>
        File.Exists(Work(output)) && File.ReadLines(Work(output)).Take(3).Any(line => line.Contains(TemplateMark));

    private bool Fail(string code, string file, int line, int column, string message)
    {
        Log.LogError(null, code, null, file, line, column, 0, 0, "{0}", message);
        return false;
    }

    private static string Quote(string argument) => "\"" + argument + "\"";
}
