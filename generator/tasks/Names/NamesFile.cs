using GenAuth.Build.Common;

namespace GenAuth.Build.Names;

/// <summary>The file with the published names: one line for each, in ordinal order.</summary>
internal sealed class NamesFile(string path)
{
    private const string Code = "GENAUTH016";
    private const string Header = "# Public C# names by their identity in the API document. Written by: dotnet build generator -p:GenAuthAcceptNames=true";
    private const string Equal = " = ";

    /// <summary>The names by their keys, or <see langword="null"/> without a file. <see cref="Compare"/> reports invalid lines.</summary>
    public IReadOnlyDictionary<string, string>? Read() => !File.Exists(path) ? null
        : File.ReadLines(path).Select(Split).Where(line => line.Identity is not null).GroupBy(line => line.Identity!).ToDictionary(lines => lines.Key, lines => lines.Last().Name);

    /// <summary>Writes the current names, and returns whether the file has changed.</summary>
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

    /// <summary>Reports changed names. Added and removed ones are not reported: the public API listing shows them.</summary>
    public void Compare(IReadOnlyDictionary<string, PublicName> names, ErrorLog errors)
    {
        // A renamed type or area is reported once, not for each of its uses.
        var renamed = FindRenamed(names, errors).ToList();
        foreach (var group in renamed.GroupBy(one => one.New.Kind is NameKind.Type or NameKind.Area ? one.Old + " " + one.New.Text : one.Identity))
        {
            var first = group.First();
            errors.Add(Code, path, $"'{first.Identity}'{ErrorLog.Others(group.Count() - 1)} was called {first.Old} and is now called {first.New.Text}, "
                + $"which breaks its users. Restore the old name with {first.New.Remedy}; "
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
                errors.Add(Code, path, "The line is not of the form 'identity = name'. Take the file from version control again, or write it again with -p:GenAuthAcceptNames=true.", number);
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
        // The last one: the value of an enum may contain an equals sign.
        var equal = line.LastIndexOf(Equal, StringComparison.Ordinal);
        return equal < 0 ? (null, string.Empty) : (line.Substring(0, equal), line.Substring(equal + Equal.Length));
    }
}
