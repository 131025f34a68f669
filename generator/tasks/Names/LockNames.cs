using GenAuth.Build.Api;
using GenAuth.Build.Common;
using GenAuth.Build.Document;
using Microsoft.Build.Framework;

namespace GenAuth.Build.Names;

/// <summary>Compares the public names of the API with the published ones, or accepts the current names.</summary>
public sealed class LockNames : ExclusiveTask
{
    [Required]
    public string Document { get; set; } = string.Empty;

    [Required]
    public string Names { get; set; } = string.Empty;

    /// <summary>Whether the current names are accepted.</summary>
    public bool Accept { get; set; }

    /// <summary>The stamp of the generated sources, which this task does not change.</summary>
    [Required]
    public string Generated { get; set; } = string.Empty;

    /// <summary>The stamp of this task. It exists only while the names are equal.</summary>
    [Required]
    public string Stamp { get; set; } = string.Empty;

    public override bool Execute() => RunExclusively("GENAUTH015", CompareOrWrite);

    private bool CompareOrWrite()
    {
        var stamp = new StampFile(Stamp);
        stamp.Delete();
        var file = new NamesFile(Names);
        var names = PublicNames.Create(ApiReader.Read(ApiDocument.Load(Document), file.Read()));
        if (!Accept)
        {
            file.Compare(names, Errors);
        }
        else if (file.Write(names))
        {
            File.SetLastWriteTimeUtc(Generated, DateTime.UtcNow);
            Log.LogMessage(MessageImportance.High, "Wrote {0} names into {1}.", names.Count, Names);
        }

        if (Errors.IsEmpty)
        {
            stamp.Write();
        }

        return Errors.IsEmpty;
    }
}
