namespace GenAuth.Build;

/// <summary>Cuts the tool's file of clients into one for each tag. A client is partial and goes on in all of its files.</summary>
internal static class ClientSplitter
{
    /// <param name="lines">The file.</param>
    /// <param name="tags">The tags of the operations by their operationId.</param>
    public static IEnumerable<Source> Split(string[] lines, IReadOnlyDictionary<string, string> tags)
    {
        var parts = new SourceParts(lines, Marks.Part);
        for (var index = 0; index < parts.Body.Length;)
        {
            var next = Array.FindIndex(parts.Body, index + 1, line => Marks.Is(line, Marks.Part));
            next = next < 0 ? parts.Body.Length : next;
            SplitDeclaration(parts, [.. parts.Body.Skip(index + 1).Take(next - index - 1)], tags);
            index = next;
        }

        return parts.Close();
    }

    /// <summary>One interface or class: how it opens, its operations, how it closes.</summary>
    private static void SplitDeclaration(SourceParts parts, string[] lines, IReadOnlyDictionary<string, string> tags)
    {
        var start = Array.FindIndex(lines, line => Marks.Is(line, Marks.Operation) || Marks.Is(line, Marks.End));
        var end = Array.FindIndex(lines, line => Marks.Is(line, Marks.End));
        var written = new List<List<string>>();
        List<string> file = [];
        for (var index = start; index < end; index++)
        {
            if (!Marks.Is(lines[index], Marks.Operation))
            {
                file.Add(lines[index]);
                continue;
            }

            var id = Marks.Argument(lines[index], Marks.Operation);
            file = parts.Open(FileName(id, tags[id]));
            if (!written.Contains(file))
            {
                file.AddRange(lines.Take(start));
                written.Add(file);
            }
        }

        written.ForEach(one => one.AddRange(lines.Skip(end + 1)));
    }

    private static string FileName(string operation, string tag) =>
        $"{operation.Substring(0, operation.IndexOf('_'))}Client.{string.Concat(tag.Where(char.IsLetterOrDigit))}.g.cs";
}
