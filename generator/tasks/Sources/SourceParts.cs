namespace GenAuth.Build;

/// <summary>A source that is ready to be written.</summary>
internal sealed class Source(string name, string text)
{
    public string Name => name;

    public string Text => text;
}

/// <summary>A file of the tool that becomes several, which all begin and end as it does.</summary>
internal sealed class SourceParts
{
    private readonly SortedDictionary<string, List<string>> _files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _header;

    /// <param name="lines">The file.</param>
    /// <param name="mark">What the header ends before.</param>
    public SourceParts(string[] lines, string mark)
    {
        var first = Array.FindIndex(lines, line => Marks.Is(line, mark));
        var last = Array.FindLastIndex(lines, line => line.TrimEnd() == "}");
        first = first < 0 ? last : first;
        _header = [.. lines.Take(first)];
        Body = [.. lines.Skip(first).Take(last - first)];
    }

    /// <summary>What is to be distributed: neither the header nor the last brace.</summary>
    public string[] Body { get; }

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
