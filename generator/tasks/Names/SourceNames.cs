using System.Text.RegularExpressions;

namespace GenAuth.Build;

/// <summary>Finds the names that the templates have written, by the shape of their lines.</summary>
internal static class SourceNames
{
    public static NameTable Read(IEnumerable<string> files)
    {
        var names = new NameTable();
        foreach (var file in files)
        {
            var types = new TypeNames(names);
            var operations = new OperationNames(names);
            foreach (var line in File.ReadLines(file))
            {
                types.Read(line);
                operations.Read(line);
            }

            types.End();
        }

        names.Complete();
        return names;
    }

    /// <summary>Matches a line. Most lines are no match, and their start tells that faster than the shape.</summary>
    public static bool TryMatch(string line, string start, Regex shape, out Match match)
    {
        match = line.StartsWith(start, StringComparison.Ordinal) ? shape.Match(line) : Match.Empty;
        return match.Success;
    }
}
