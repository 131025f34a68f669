namespace GenAuth.Build.Sources;

/// <summary>A source to be written.</summary>
internal sealed record Source(string Name, string Text);

/// <summary>
/// Splits a file of NSwag into several, which have its header and its end. The templates write a line <c>// Name</c> before each
/// declaration; the file is split there, and these lines are removed.
/// </summary>
internal sealed class SourceParts
{
    private const string Comment = "// ";

    private readonly SortedDictionary<string, List<string>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, string?> _fileOf;
    private readonly List<string> _header;
    private readonly string[] _body;

    /// <param name="lines">The file.</param>
    /// <param name="fileOf">The new file of a declaration by its name; <see langword="null"/> for other comments.</param>
    public SourceParts(string[] lines, Func<string, string?> fileOf)
    {
        _fileOf = fileOf;
        var first = Array.FindIndex(lines, line => FileOf(line) is not null);
        var last = Array.FindLastIndex(lines, line => line.TrimEnd() == "}");
        first = first < 0 ? last : first;
        _header = [.. lines.Take(first)];
        _body = [.. lines.Skip(first).Take(last - first)];
    }

    /// <summary>Whether the header contains a declaration, because the templates write no name lines. It would be in all files.</summary>
    public bool IsWhole => _header.Exists(line => line.TrimStart() is { } text && (text.StartsWith("public ", StringComparison.Ordinal) || text.StartsWith("internal ", StringComparison.Ordinal)));

    /// <summary>The new files with the declarations of the file.</summary>
    public IEnumerable<Source> Split()
    {
        List<string> file = [];
        foreach (var line in _body)
        {
            if (FileOf(line) is { } name)
            {
                file = Open(name);
            }
            else
            {
                file.Add(line);
            }
        }

        return Close();
    }

    /// <summary>The lines of one of the new files.</summary>
    public List<string> Open(string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            file = [.. _header];
            _files.Add(name, file);
        }

        return file;
    }

    public IEnumerable<Source> Close() => _files.Select(file => new Source(file.Key, string.Join("\n", file.Value) + "\n}\n"));

    private string? FileOf(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith(Comment, StringComparison.Ordinal) ? _fileOf(text.Substring(Comment.Length)) : null;
    }
}
