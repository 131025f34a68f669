namespace GenAuth.Json;

/// <summary>Notes where the members of a text's outermost object stand, while the text is written.</summary>
internal sealed class MemberPlaces(PooledText text)
{
    // Each value ends where the next name begins, so nobody has to tell its end.
    private readonly List<(string Name, int Start, int Value)> _members = new(8);

    /// <summary>How far the text has come.</summary>
    public int Position => text.Length;

    /// <param name="name">The member whose value comes next.</param>
    /// <param name="start">Where the text stood before the name.</param>
    public void Add(string name, int start) => _members.Add((name, start, text.Length));

    /// <summary>The places in the finished text's bytes; <see langword="null"/> where they would not tell all of it truly.</summary>
    public MemberPlace[]? InUtf8()
    {
        // Whatever stands before the first name was written by somebody who bypassed the writer.
        if (_members.Count == 0 || _members[0].Start != 1)
        {
            return null;
        }

        var places = new MemberPlace[_members.Count];
        var (position, bytes) = (0, 0);
        for (var index = 0; index < places.Length; index++)
        {
            var (name, _, value) = _members[index];
            var end = index + 1 < places.Length ? _members[index + 1].Start : text.Length - 1;
            if (!IsKept(name))
            {
                return null;
            }

            bytes += text.CountUtf8(position, value);
            var length = text.CountUtf8(value, end);
            places[index] = new(name, bytes, length);
            (position, bytes) = (end, bytes + length);
        }

        return places;
    }

    /// <summary>Half of a surrogate pair is another character as soon as it is bytes; no name of the API has even a whole one.</summary>
    private static bool IsKept(string name)
    {
        foreach (var character in name)
        {
            if (char.IsSurrogate(character))
            {
                return false;
            }
        }

        return true;
    }
}
