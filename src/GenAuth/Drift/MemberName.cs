namespace GenAuth.Drift;

/// <summary>Decides whether a JSON name is the name of a member, or a key of a map, which may be data.</summary>
internal static class MemberName
{
    private const int MaxLength = 64;

    /// <summary>Identifiers such as phone numbers have more digits; names of members have few.</summary>
    private const int MaxDigits = 4;

    public static bool IsLikely(string name)
    {
        if (name.Length is 0 or > MaxLength || IsDigit(name[0]))
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

        return digits <= MaxDigits;
    }

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
