namespace GenAuth.Build;

/// <summary>A source that is ready to be written.</summary>
internal sealed record Source(string Name, string Text);

/// <summary>
/// A file of the tool that becomes several, which all begin and end as it does. It is cut at lines that hold nothing but
/// <c>// Name</c>, which the templates write before each declaration and which do not reach the sources.
/// </summary>
internal sealed class SourceParts
{
    private const string Comment = "// ";

    private readonly SortedDictionary<string, List<string>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _header;

    /// <param name="lines">The file.</param>
    /// <param name="isDeclared">Whether the file declares something of a name.</param>
    public SourceParts(string[] lines, Func<string, bool> isDeclared)
    {
        var first = Array.FindIndex(lines, line => NameIn(line) is { } name && isDeclared(name));
        var last = Array.FindLastIndex(lines, line => line.TrimEnd() == "}");
        first = first < 0 ? last : first;
        _header = [.. lines.Take(first)];
        Body = [.. lines.Skip(first).Take(last - first)];
    }

    /// <summary>What is to be distributed: neither the header nor the last brace.</summary>
    public string[] Body { get; }

    /// <summary>Whether the header holds a declaration, which would be in all files: the templates write no names.</summary>
    public bool IsWhole => _header.Exists(line => line.TrimStart() is { } text && (text.StartsWith("public ", StringComparison.Ordinal) || text.StartsWith("internal ", StringComparison.Ordinal)));

    /// <summary>The name before a declaration, if the line is one.</summary>
    public static string? NameIn(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith(Comment, StringComparison.Ordinal) ? text.Substring(Comment.Length) : null;
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
}
