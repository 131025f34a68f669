using System.Globalization;

namespace GenAuth.Testing.Service.Json;

/// <summary>
/// An object as <c>JSON.parse</c> makes it: a repeated name keeps its first place and its last value, and names that are array
/// indexes come first, in the order of their numbers.
/// </summary>
internal sealed class JsonObjectValue
{
    // The largest array index of JavaScript; a larger number is a name like any other.
    private const uint LargestIndex = uint.MaxValue - 1;

    private readonly List<string> _names = [];
    private readonly SortedSet<uint> _indexes = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>The members in JavaScript's order.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Members =>
        _indexes.Select(index => index.ToString(CultureInfo.InvariantCulture)).Concat(_names).Select(name => KeyValuePair.Create(name, _values[name]));

    /// <summary>The value of a member; <see langword="null"/> for a JSON null and for none.</summary>
    public object? this[string name] => _values.GetValueOrDefault(name);

    public void Set(string name, object? value)
    {
        if (IsIndex(name, out var index))
        {
            _indexes.Add(index);
        }
        else if (!_values.ContainsKey(name))
        {
            _names.Add(name);
        }

        _values[name] = value;
    }

    private static bool IsIndex(string name, out uint index) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index)
        && index <= LargestIndex
        && (name.Length == 1 || name[0] != '0');
}
