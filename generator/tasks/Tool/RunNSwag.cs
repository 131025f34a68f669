using GenAuth.Build.Api;
using GenAuth.Build.Common;
using GenAuth.Build.Document;
using GenAuth.Build.Names;
using GenAuth.Build.Sources;
using Microsoft.Build.Framework;

namespace GenAuth.Build.Tool;

/// <summary>
/// Runs NSwag, one process at a time even among several builds, and publishes its files only if all of them were written.
/// Its output goes to a file, which ExplainNSwag reads after a failure.
/// </summary>
public sealed class RunNSwag : ExclusiveTask
{
    [Required]
    public string Tool { get; set; } = string.Empty;

    [Required]
    public string Configuration { get; set; } = string.Empty;

    [Required]
    public string Document { get; set; } = string.Empty;

    /// <summary>The published names, which identify the methods that were published without options.</summary>
    [Required]
    public string Names { get; set; } = string.Empty;

    [Required]
    public string OutputDirectory { get; set; } = string.Empty;

    [Required]
    public ITaskItem[] Inputs { get; set; } = [];

    /// <summary>The stamp file, which lists the names of the sources.</summary>
    [Required]
    public string Stamp { get; set; } = string.Empty;

    /// <summary>The file for NSwag's output.</summary>
    [Required]
    public string ToolLog { get; set; } = string.Empty;

    /// <summary>Whether NSwag failed; ExplainNSwag reports the error.</summary>
    [Output]
    public bool Failed { get; set; }

    /// <summary>NSwag's exit code. It can be 0 after a failure.</summary>
    [Output]
    public int ExitCode { get; set; }

    public override bool Execute()
    {
        if (!File.Exists(Tool))
        {
            return Errors.Add("GENAUTH010", Tool, "The code generator is not there. Restore the solution (dotnet restore), or delete generator/node_modules and build again if it comes from npm.");
        }

        if (!File.Exists(Configuration))
        {
            return Errors.Add("GENAUTH013", Configuration, "The generator's configuration does not exist. Restore the file from version control.");
        }

        return RunExclusively("GENAUTH015", GenerateUnlessDone);
    }

    private bool GenerateUnlessDone()
    {
        // Checked under the lock: another build may have done the work.
        var stamp = new StampFile(Stamp);
        var sources = new SourceFolder(OutputDirectory);
        if (stamp.IsNewerThan(Inputs) && sources.Holds(stamp.Lines))
        {
            Log.LogMessage(MessageImportance.Normal, "Another build has just generated the API client.");
        }
        else
        {
            Generate(sources, stamp);
        }

        return true;
    }

    private void Generate(SourceFolder sources, StampFile stamp)
    {
        sources.DeleteStamps();
        var model = ApiReader.Read(ApiDocument.Load(Document), new NamesFile(Names).Read());
        var nswag = new NSwag(Tool, Configuration, OutputDirectory);
        var process = nswag.Run(model, TimeLimit);
        File.WriteAllText(ToolLog, process.Output);
        ExitCode = process.ExitCode;
        var files = process.ExitCode == 0 ? nswag.Sources(model) : null;
        Failed = files is null;
        if (files is null)
        {
            return;
        }

        sources.Publish(files);
        nswag.Delete();
        stamp.Write(files.Select(file => file.Name));
        Log.LogMessage(MessageImportance.High, "Generated the API client from {0}.", Document);
    }
}
