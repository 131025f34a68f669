namespace GenAuth.Maintain;

/// <summary>The locked C# names of a document (<c>names.lock</c>) by their keys, which generator/README.md describes.</summary>
internal sealed class LockedNames(IReadOnlyDictionary<string, string> names)
{
    private const string Equal = " = ";

    public IReadOnlyDictionary<string, string> All => names;

    /// <summary>The locked name for a key, or <see langword="null"/>.</summary>
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
            // The last one: an enum value on the left may contain an equals sign.
            var equal = line.LastIndexOf(Equal, StringComparison.Ordinal);
            names[line[..Math.Max(equal, 0)]] = equal < 0
                ? throw new UsageException($"{file}: the line '{line}' is not of the form 'identity = name'. Take the file from version control again.")
                : line[(equal + Equal.Length)..];
        }

        return new LockedNames(names);
    }
}
