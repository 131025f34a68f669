using Microsoft.Build.Framework;

namespace GenAuth.Build;

/// <summary>Compares the public names of the generated sources with those that users' code was written against, or writes them down anew.</summary>
public sealed class LockNames : ExclusiveTask
{
    [Required]
    public string Document { get; set; } = string.Empty;

    [Required]
    public string SourceDirectory { get; set; } = string.Empty;

    [Required]
    public string Names { get; set; } = string.Empty;

    /// <summary>Whether the names are written down as they are now.</summary>
    public bool Accept { get; set; }

    /// <summary>There only while the names are in order.</summary>
    [Required]
    public string Stamp { get; set; } = string.Empty;

    public override bool Execute() => InTurn("GENAUTH015", CompareOrWrite);

    private bool CompareOrWrite()
    {
        var stamp = new StampFile(Stamp);
        stamp.Delete();
        var table = SourceNames.Read(new SourceFolder(SourceDirectory).Files());
        var certain = new DocumentNames(ApiDocument.Load(Document)).Identities();
        var unread = table.Unread.Concat(certain.Where(identity => !table.Names.ContainsKey(identity))).ToList();
        if (unread.Count != 0)
        {
            return Errors.Add("GENAUTH017", Document,
                $"The generated sources show no one C# name for '{unread[0]}'{ErrorLog.Others(unread.Count - 1)}. Teach generator/tasks/Names what the templates write.");
        }

        var file = new NamesFile(Names);
        if (!Accept)
        {
            file.Compare(table.Names, Errors);
        }
        else if (file.Write(table.Names))
        {
            Log.LogMessage(MessageImportance.High, "Wrote {0} names into {1}.", table.Names.Count, Names);
        }

        if (Errors.IsEmpty)
        {
            stamp.Write();
        }

        return Errors.IsEmpty;
    }
}
