using Microsoft.Build.Framework;

namespace GenAuth.Build;

/// <summary>Compares the public names of the API with those that users' code was written against, or writes them down anew.</summary>
public sealed class LockNames : ExclusiveTask
{
    [Required]
    public string Document { get; set; } = string.Empty;

    [Required]
    public string Names { get; set; } = string.Empty;

    /// <summary>Whether the names are written down as they are now.</summary>
    public bool Accept { get; set; }

    /// <summary>Says when the sources were generated. What is written down here does not change them.</summary>
    [Required]
    public string Generated { get; set; } = string.Empty;

    /// <summary>There only while the names are in order.</summary>
    [Required]
    public string Stamp { get; set; } = string.Empty;

    public override bool Execute() => RunExclusively("GENAUTH015", CompareOrWrite);

    private bool CompareOrWrite()
    {
        var stamp = new StampFile(Stamp);
        stamp.Delete();
        var file = new NamesFile(Names);
        var names = PublicNames.Of(ApiReader.Read(ApiDocument.Load(Document), file.Read()));
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
