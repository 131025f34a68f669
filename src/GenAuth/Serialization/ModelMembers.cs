using System.Collections.Concurrent;
using System.Text;
using GenAuth.Serialization.Converters;

namespace GenAuth.Serialization;

/// <summary>
/// The wire names of a type's members, found without making a string of what was read. A service writes the members of a type
/// in the same order each time, so each search begins with the member that followed last time.
/// </summary>
internal sealed class ModelMembers
{
    public const int Unknown = -1;

    /// <summary>Half of a surrogate pair, which no text in UTF-8 has.</summary>
    private const string NotOnTheWire = "\uD800";

    /// <summary>The same in bytes: JSON escapes the first one, and what is unescaped here never has the second one.</summary>
    private static readonly byte[] NotOnTheWireUtf8 = [0, 0xFF];

    private static readonly ConcurrentDictionary<Type, ModelMembers> ByType = new();

    private readonly string[] _names;
    private readonly byte[][] _utf8;

    // What came after each member, and first after none. Read and written by many at once, which is safe: an entry is a guess.
    private readonly ushort[] _following;

    private ModelMembers(ExtensibleObject model)
    {
        var members = WireWriter.MembersOf(model);
        var type = model.GetType();
        IsDerived = !ModelTypes.Includes(type);
        _names = [.. members.Select(member => member.Name)];
        Data = model is IApiResponse ? Array.IndexOf(_names, "data") : Unknown;
        if (IsDerived)
        {
            // A derived type may redeclare a member of the API with another type.
            var own = DerivedMembers.NamesOf(type, ReflectionJson.Serializer);
            _names = [.. _names.Select(name => own.Contains(name) ? NotOnTheWire : name)];
        }

        _utf8 = [.. _names.Select(name => name == NotOnTheWire ? NotOnTheWireUtf8 : Encoding.UTF8.GetBytes(name))];
        while (type.Assembly != typeof(ExtensibleObject).Assembly)
        {
            type = type.BaseType!;
        }

        Type = type.Name;
        Required = [.. members.Where(member => member.IsRequired).Select(member => member.Index)];
        _following = new ushort[_names.Length + 1];
        for (ushort index = 0; index < _names.Length; index++)
        {
            _following[index] = index;
        }
    }

    /// <summary>The members of the type that a model has.</summary>
    public static ModelMembers Get<T>(T model)
        where T : ExtensibleObject, new() => Declared<T>.Members ??= Get((ExtensibleObject)model);

    /// <summary>The same for an object whose type only the running program knows.</summary>
    public static ModelMembers Get(ExtensibleObject model) =>
        ByType.TryGetValue(model.GetType(), out var members) ? members : ByType.GetOrAdd(model.GetType(), new ModelMembers(model));

    /// <summary>The API's type, also for one that a program derives from it.</summary>
    public string Type { get; }

    /// <summary>Whether a program has derived the type.</summary>
    public bool IsDerived { get; }

    /// <summary>The member without which an envelope is no response, or <see cref="Unknown"/>.</summary>
    public int Data { get; }

    /// <summary>The members that the document promises.</summary>
    public int[] Required { get; }

    public int Count => _names.Length;

    public string this[int member] => _names[member];

    /// <summary>The member of a name, or <see cref="Unknown"/>.</summary>
    /// <param name="name">The name as it was read, in UTF-8 and without escapes.</param>
    /// <param name="previous">The member before it, or <see cref="Unknown"/>.</param>
    /// <param name="isExact">Whether it is written as the document writes it, upper and lower case included.</param>
    public int Find(ReadOnlySpan<byte> name, int previous, out bool isExact)
    {
        isExact = true;
        int guess = _following[previous + 1];
        if (guess < _names.Length && name.SequenceEqual(_utf8[guess]))
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
    private int Search(ReadOnlySpan<byte> name, int guess, out bool isExact)
    {
        isExact = true;
        for (var step = 0; step < _names.Length; step++)
        {
            var member = (guess + step) % _names.Length;
            if (name.SequenceEqual(_utf8[member]))
            {
                return member;
            }
        }

        isExact = false;
        var text = Encoding.UTF8.GetString(name);
        for (var member = 0; member < _names.Length; member++)
        {
            if (text.Equals(_names[member], StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return Unknown;
    }

    /// <summary>Created with the first object of the type. When two threads create it at once, either is good.</summary>
    private static class Declared<T>
    {
        public static ModelMembers? Members;
    }
}

/// <summary>The types whose members are read and written by generated code.</summary>
internal static class ModelTypes
{
    /// <summary>
    /// Whether all members are known to generated code. A type that a program derives has members that only reflection finds,
    /// and of their abstract base there is no object.
    /// </summary>
    public static bool Includes(Type type) =>
        typeof(ExtensibleObject).IsAssignableFrom(type) && type.Assembly == typeof(ExtensibleObject).Assembly && !type.IsAbstract;
}
