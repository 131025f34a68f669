namespace GenAuth.Maintain;

/// <summary>The C# names of what a document describes, as <c>names.lock</c> has them; see generator/README.md for the keys.</summary>
internal sealed class LockedNames(IReadOnlyDictionary<string, string> names)
{
    private const string Equal = " = ";

    public IReadOnlyDictionary<string, string> All => names;

    /// <summary>The name of something, or <see langword="null"/> when it has none yet.</summary>
    public string? this[string identity] => names.GetValueOrDefault(identity);

    public static LockedNames Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"{file}: there is no such file. Name a names.lock.");
        }

        var names = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            // From the end: a value of an enum may hold anything.
            var equal = line.LastIndexOf(Equal, StringComparison.Ordinal);
            names[line[..Math.Max(equal, 0)]] = equal < 0
                ? throw new UsageException($"{file}: the line '{line}' is not of the form 'identity = name'. Take the file from version control again.")
                : line[(equal + Equal.Length)..];
        }

        return new LockedNames(names);
    }
}
