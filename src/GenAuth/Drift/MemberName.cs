namespace GenAuth.Drift;

/// <summary>Tells names that somebody has given to members from texts that only stand in their place.</summary>
internal static class MemberName
{
    private const int LongestName = 64;

    /// <summary>Identifiers of persons and things have many digits, names hardly any.</summary>
    private const int MostDigits = 4;

    public static bool IsLikely(string name)
    {
        if (name.Length is 0 or > LongestName || IsDigit(name[0]))
        {
            return false;
        }

        var digits = 0;
        foreach (var character in name)
        {
            if (IsDigit(character))
            {
                digits++;
            }
            else if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'))
            {
                return false;
            }
        }

        return digits <= MostDigits;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
