using System.Globalization;

namespace GenAuth.Testing.Service.Json;

/// <summary>
/// An object as <c>JSON.parse</c> creates it: a repeated name has its first position and its last value, and names that are array
/// indexes come first, in numerical order.
/// </summary>
internal sealed class JsonObjectValue
{
    // The largest array index of JavaScript. Larger numbers are treated as other names.
    private const uint MaxIndex = uint.MaxValue - 1;

    private readonly List<string> _names = [];
    private readonly SortedSet<uint> _indexes = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>The members in JavaScript's order.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Members =>
        _indexes.Select(index => index.ToString(CultureInfo.InvariantCulture)).Concat(_names).Select(name => KeyValuePair.Create(name, _values[name]));

    /// <summary>The value of a member; <see langword="null"/> if it is missing or a JSON null.</summary>
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
        && index <= MaxIndex
        && (name.Length == 1 || name[0] != '0');
}
