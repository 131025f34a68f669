namespace GenAuth.Build;

/// <summary>Cuts the tool's file of clients into one for each tag. A client is partial and goes on in all of its files.</summary>
internal sealed class ClientSplitter
{
    // Where a declaration ends: what is inside of it is indented further.
    private const string End = "    }";

    private readonly HashSet<string> _declarations;
    private readonly Dictionary<string, string> _files;
    private readonly SourceParts _parts;

    /// <param name="lines">The file.</param>
    /// <param name="model">What it declares.</param>
    public ClientSplitter(string[] lines, ApiModel model)
    {
        _declarations = [.. model.Operations.SelectMany(operation => new[] { $"I{operation.Client}Client", $"{operation.Client}Client" })];
        _files = model.Operations.ToDictionary(operation => operation.Source.Id?.Value.ToString() ?? string.Empty, FileName);
        _parts = new SourceParts(lines, _declarations.Contains);
    }

    /// <summary>Whether the names of the declarations are missing.</summary>
    public bool IsWhole => _parts.IsWhole;

    public IEnumerable<Source> Split()
    {
        for (var index = 0; index < _parts.Body.Length;)
        {
            var next = Array.FindIndex(_parts.Body, index + 1, line => SourceParts.NameIn(line) is { } name && _declarations.Contains(name));
            next = next < 0 ? _parts.Body.Length : next;
            SplitDeclaration([.. _parts.Body.Skip(index + 1).Take(next - index - 1)]);
            index = next;
        }

        return _parts.Close();
    }

    /// <summary>One interface or class: how it opens, its operations, how it closes.</summary>
    private void SplitDeclaration(string[] lines)
    {
        var start = Array.FindIndex(lines, line => FileOf(line) is not null);
        var end = Array.IndexOf(lines, End);
        var written = new List<List<string>>();
        List<string> file = [];
        foreach (var line in start < 0 ? [] : lines.Skip(start).Take(end - start))
        {
            if (FileOf(line) is not { } name)
            {
                file.Add(line);
                continue;
            }

            file = _parts.Open(name);
            if (!written.Contains(file))
            {
                file.AddRange(lines.Take(start));
                written.Add(file);
            }
        }

        written.ForEach(one => one.AddRange(lines.Skip(end)));
    }

    private string? FileOf(string line) => SourceParts.NameIn(line) is { } operation && _files.TryGetValue(operation, out var file) ? file : null;

    private static string FileName(ApiOperation operation) => $"{operation.Client}Client.{string.Concat(operation.Source.Tag.Where(char.IsLetterOrDigit))}.g.cs";
}
