using GenAuth.Build.Document;

namespace GenAuth.Maintain.Diff.Input;

/// <summary>Where a document comes from: a file, or a revision of one as git spells it (<c>HEAD:openapi/genauth-v3.json</c>).</summary>
/// <param name="Label">Its name on the command line.</param>
/// <param name="File">The file with its content.</param>
/// <param name="Names">Its <c>names.lock</c>, if there is one.</param>
internal sealed record DocumentSource(string Label, string File, string? Names)
{
    private const string NamesFile = "names.lock";

    /// <summary>Reads the document.</summary>
    public ApiDocument Read() => OpenApiReader.ReadFile(File, Label);

    /// <summary>Fetches a document.</summary>
    /// <param name="label">A file, or a revision and a path with a colon between.</param>
    /// <param name="names">Its <c>names.lock</c>; <see langword="null"/> uses the one beside the document.</param>
    /// <param name="side">Distinguishes the temporary files of both documents.</param>
    /// <param name="workspace">Provides the git working tree and temporary files.</param>
    /// <param name="cancellationToken">Cancels git.</param>
    public static async Task<DocumentSource> FetchAsync(string label, string? names, string side, Workspace workspace, CancellationToken cancellationToken)
    {
        if (names is not null && !System.IO.File.Exists(names))
        {
            throw new UsageException($"{names}: there is no such file. Name a names.lock.");
        }

        if (System.IO.File.Exists(label))
        {
            var beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(label))!, NamesFile);
            return new DocumentSource(label, Path.GetFullPath(label), names ?? (System.IO.File.Exists(beside) ? beside : null));
        }

        var colon = label.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw new UsageException($"{label}: there is no such file. Name a document, or a revision of one (HEAD:openapi/genauth-v3.json).");
        }

        var text = await Git.ShowAsync(label, workspace.Root, cancellationToken);
        if (text.Content is null)
        {
            throw new UsageException($"{label}: there is no such file, and git does not know it as a revision: {text.Reason}");
        }

        var file = workspace.Temporary($"{side}.json");
        await System.IO.File.WriteAllTextAsync(file, text.Content, cancellationToken);
        return new DocumentSource(label, file, names ?? await FetchNamesAsync(label, side, workspace, cancellationToken));
    }

    /// <summary>Gets <c>names.lock</c> of the same revision, if it exists there.</summary>
    private static async Task<string?> FetchNamesAsync(string label, string side, Workspace workspace, CancellationToken cancellationToken)
    {
        var folder = Math.Max(label.LastIndexOf('/'), label.IndexOf(':', StringComparison.Ordinal));
        var (content, _) = await Git.ShowAsync(label[..(folder + 1)] + NamesFile, workspace.Root, cancellationToken);
        if (content is null)
        {
            return null;
        }

        var file = workspace.Temporary($"{side}.lock");
        await System.IO.File.WriteAllTextAsync(file, content, cancellationToken);
        return file;
    }
}
