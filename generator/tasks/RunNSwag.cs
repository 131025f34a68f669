using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Runs the tool, one process at a time even among several builds, and turns its words into errors with file and line: the
/// tool itself ends every failure with the same exit code and a stack trace.
/// </summary>
public sealed class RunNSwag : Task
{
    /// <summary>Stands in the generated files only if they were made with this project's templates.</summary>
    private const string TemplateMark = "Made from the API document by generator/";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);

    [Required]
    public string Tool { get; set; }

    [Required]
    public string Configuration { get; set; }

    [Required]
    public string TemplatesDirectory { get; set; }

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

    [Required]
    public string LockFile { get; set; }

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
        using (Lock())
        {
            if (IsUpToDate())
            {
                Log.LogMessage(MessageImportance.Normal, "Another build has just generated the API client.");
                return true;
            }

            return Generate();
        }
    }

    private FileStream Lock()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LongestWait)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Asked again under the lock: the build that held it may have done the work.</summary>
    private bool IsUpToDate() =>
        File.Exists(Stamp) && Outputs.All(output => File.Exists(output.ItemSpec))
        && Inputs.All(input => File.GetLastWriteTimeUtc(input.ItemSpec) <= File.GetLastWriteTimeUtc(Stamp));

    private bool Generate()
    {
        Directory.CreateDirectory(OutputDirectory);
        foreach (var stale in Directory.GetFiles(OutputDirectory, "*.stamp"))
        {
            File.Delete(stale);
        }

        // A change that arrives while the tool runs must look newer than the stamp.
        var started = DateTime.UtcNow;

        // Under a plain name in a plain place, because the tool's variables cannot carry a comma or an equals sign.
        File.Copy(Document, Path.Combine(OutputDirectory, "document.json"), overwrite: true);

        var output = new StringBuilder();
        var exitCode = Run(output);
        if (exitCode != 0 || !Outputs.All(IsOurs))
        {
            return Explain(output.ToString(), exitCode);
        }

        File.WriteAllText(Stamp, string.Empty);
        File.SetLastWriteTimeUtc(Stamp, started);
        Log.LogMessage(MessageImportance.High, "Generated the API client from {0}.", Document);
        return true;
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
            if (!process.WaitForExit((int)LongestRun.TotalMilliseconds))
            {
                process.Kill();
                Append(output, "The tool did not end within " + LongestRun + ".");
                return -1;
            }

            process.WaitForExit();
            return process.ExitCode;
        }
    }

    private string Variables()
    {
        var directory = Relative(OutputDirectory);
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

    private static bool IsOurs(ITaskItem output) =>
        File.Exists(output.ItemSpec) && File.ReadLines(output.ItemSpec).Take(3).Any(line => line.Contains(TemplateMark));

    private bool Explain(string output, int exitCode)
    {
        Log.LogMessage(MessageImportance.Low, output);
        var template = Regex.Matches(output, @"Liquid template \w+/(?<name>[\w.]+):").Cast<Match>().LastOrDefault();
        if (template != null)
        {
            var place = Regex.Match(output.Substring(template.Index), @"(?<what>[^\r\n]*) at \((?<line>\d+):(?<column>\d+)\)");
            return Fail("GENAUTH014", Path.Combine(TemplatesDirectory, template.Groups["name"].Value + ".liquid"),
                Number(place, "line"), Number(place, "column"), "The template is wrong: " + (place.Success ? place.Groups["what"].Value : FirstError(output)));
        }

        var json = Regex.Match(output, @"Newtonsoft\.Json\.\w+: (?<what>[^\r\n]*?) Path '[^\r\n]*', line (?<line>\d+), position (?<column>\d+)");
        if (json.Success)
        {
            return Fail("GENAUTH013", Configuration, Number(json, "line"), Number(json, "column"), "The generator's configuration is wrong: " + json.Groups["what"].Value);
        }

        return exitCode == 0
            ? Fail("GENAUTH013", Configuration, 0, 0, "The generator ran but did not write both files from the templates. Check output, contractsOutputFilePath and templateDirectory: a misspelt key is ignored without a word.")
            : Fail("GENAUTH015", Document, 0, 0, "The code generator failed (exit code " + exitCode + "): " + FirstError(output) + " Build with -v:detailed for all it said.");
    }

    private static int Number(Match match, string group) => match.Success ? int.Parse(match.Groups[group].Value) : 0;

    private static string FirstError(string output) =>
        output.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => Regex.IsMatch(line, "(Exception|error|did not)")) ?? "it gave no reason.";

    private bool Fail(string code, string file, int line, int column, string message)
    {
        Log.LogError(null, code, null, file, line, column, 0, 0, "{0}", message);
        return false;
    }

    private static string Quote(string argument) => "\"" + argument + "\"";
}
