namespace GenAuth.Json;

/// <summary>
/// The wire names of a type's members, found without making a text of what was read. A service writes the members of a type
/// in the same order time and again, so each search begins with what followed the last time.
/// </summary>
internal sealed class ModelMembers
{
    public const int Unknown = -1;

    private readonly string[] _names;

    // What came after each member, and first after none. Read and written by many at once, which is safe: an entry is a guess.
    private readonly ushort[] _following;

    private ModelMembers(MemberList members)
    {
        _names = [.. members.Names];
        Required = [.. members.Required];
        _following = new ushort[_names.Length + 1];
        for (ushort index = 0; index < _names.Length; index++)
        {
            _following[index] = index;
        }
    }

    /// <summary>The members of the type that a model has.</summary>
    public static ModelMembers Of<T>(T model) => Declared<T>.Members ??= new(ModelWriter.MembersOf((ExtensibleObject)(object)model!));

    /// <summary>The members that the document promises.</summary>
    public int[] Required { get; }

    public int Count => _names.Length;

    public string this[int member] => _names[member];

    /// <summary>The member of a name, or <see cref="Unknown"/>.</summary>
    /// <param name="name">The name as it was read.</param>
    /// <param name="previous">The member before it, or <see cref="Unknown"/>.</param>
    /// <param name="isExact">Whether it is written as the document writes it, upper and lower case included.</param>
    public int Find(ReadOnlySpan<char> name, int previous, out bool isExact)
    {
        isExact = true;
        int guess = _following[previous + 1];
        if (guess < _names.Length && name.SequenceEqual(_names[guess].AsSpan()))
        {
            return guess;
        }

        var found = Search(name, guess, out isExact);
        if (found != Unknown)
        {
            _following[previous + 1] = (ushort)found;
        }

        return found;
    }

    /// <summary>From the guess onwards, because members that are not set are left out; then in any case, as Newtonsoft.Json does.</summary>
    private int Search(ReadOnlySpan<char> name, int guess, out bool isExact)
    {
        isExact = true;
        for (var step = 0; step < _names.Length; step++)
        {
            var member = (guess + step) % _names.Length;
            if (name.SequenceEqual(_names[member].AsSpan()))
            {
                return member;
            }
        }

        isExact = false;
        for (var member = 0; member < _names.Length; member++)
        {
            if (name.Equals(_names[member].AsSpan(), StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return Unknown;
    }

    /// <summary>Made with the first object of the type. When two make it at once, either is good.</summary>
    private static class Declared<T>
    {
        public static ModelMembers? Members;
    }
}
