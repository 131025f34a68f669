namespace GenAuth.Json;

/// <summary>
/// Names that no type declares come again and again too, with every row of a list. The last ones are kept, a few and short
/// ones only; two readers at once cost each other a text at worst.
/// </summary>
internal static class CommonNames
{
    private const int LongestName = 32;

    private static readonly string?[] Names = new string?[256];

    public static string Get(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return name.ToString();
        }

        var place = ((name.Length * 31) + (name[0] * 17) + (name[name.Length / 2] * 7) + name[name.Length - 1]) & (Names.Length - 1);
        var known = Names[place];
        return known is not null && name.SequenceEqual(known.AsSpan()) ? known : Names[place] = name.ToString();
    }
}
