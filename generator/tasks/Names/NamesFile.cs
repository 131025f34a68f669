namespace GenAuth.Build;

/// <summary>The names that users' code was written against: a line for each, in ordinal order.</summary>
internal sealed class NamesFile(string path)
{
    private const string Code = "GENAUTH016";
    private const string Header = "# Public C# names by what they stand for on the wire. Written by: dotnet build generator -p:GenAuthAcceptNames=true";
    private const string Equal = " = ";

    /// <summary>The names by what they stand for, or <see langword="null"/> without a file. A line that is none is reported by <see cref="Compare"/>.</summary>
    public IReadOnlyDictionary<string, string>? Read() => !File.Exists(path) ? null
        : File.ReadLines(path).Select(Split).Where(line => line.Identity is not null).GroupBy(line => line.Identity!).ToDictionary(lines => lines.Key, lines => lines.Last().Name);

    /// <summary>Writes the names down as they are, and tells whether that was a change.</summary>
    public bool Write(IReadOnlyDictionary<string, PublicName> names)
    {
        var lines = names.Select(name => name.Key + Equal + name.Value.Text).OrderBy(line => line, StringComparer.Ordinal);
        var text = string.Concat(new[] { Header }.Concat(lines).Select(line => line + "\n"));
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        File.WriteAllText(path, text);
        return true;
    }

    /// <summary>Reports the names that differ. What is only new or only gone passes: the listing of the public API shows it.</summary>
    public void Compare(IReadOnlyDictionary<string, PublicName> names, ErrorLog errors)
    {
        // A type or an area that is renamed shows wherever it is used: once is enough.
        var renamed = FindRenamed(names, errors).ToList();
        foreach (var group in renamed.GroupBy(one => one.New.Kind is NameKind.Type or NameKind.Area ? one.Old + " " + one.New.Text : one.Identity))
        {
            var first = group.First();
            errors.Add(Code, path, $"'{first.Identity}'{ErrorLog.Others(group.Count() - 1)} was called {first.Old} and is now called {first.New.Text}, "
                + $"which breaks whoever uses it. Give the old name back with {first.New.Remedy}; "
                + "or, if the new one is meant, build once with -p:GenAuthAcceptNames=true and commit this file.", first.Line);
        }
    }

    private IEnumerable<(string Identity, string Old, PublicName New, int Line)> FindRenamed(IReadOnlyDictionary<string, PublicName> names, ErrorLog errors)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (identity, old) = Split(line);
            if (identity is null)
            {
                errors.Add(Code, path, "The line is not of the form 'identity = name'. Take the file from version control again, or write it anew with -p:GenAuthAcceptNames=true.", number);
                continue;
            }

            if (names.TryGetValue(identity, out var name) && name.Text != old)
            {
                yield return (identity, old, name, number);
            }
        }
    }

    private static (string? Identity, string Name) Split(string line)
    {
        // From the end: a value of an enum may hold anything.
        var equal = line.LastIndexOf(Equal, StringComparison.Ordinal);
        return equal < 0 ? (null, string.Empty) : (line.Substring(0, equal), line.Substring(equal + Equal.Length));
    }
}
