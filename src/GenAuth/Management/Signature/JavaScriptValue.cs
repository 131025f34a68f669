using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>A JSON value as JavaScript has it after <c>JSON.parse</c>, and as <c>JSON.stringify</c> writes it.</summary>
internal readonly struct JavaScriptValue
{
    private const int MaxCompared = 8;

    private readonly string? _text;
    private readonly bool _isString;
    private readonly IReadOnlyList<KeyValuePair<string, JavaScriptValue>>? _members;
    private readonly bool _isArray;

    private JavaScriptValue(string text, bool isString) => (_text, _isString) = (text, isString);

    private JavaScriptValue(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> members, bool isArray) => (_members, _isArray) = (members, isArray);

    /// <summary>The members of an object by name and the items of an array by index; <see langword="null"/> for anything else.</summary>
    public IReadOnlyList<KeyValuePair<string, JavaScriptValue>>? Members => _members;

    public static JavaScriptValue String(string text) => new(text, isString: true);

    /// <param name="text"><c>true</c>, <c>false</c>, <c>null</c> or a number in JavaScript's own text.</param>
    public static JavaScriptValue Literal(string text) => new(text, isString: false);

    public static JavaScriptValue Array(IEnumerable<JavaScriptValue> items) => new(
        [.. items.Select((item, index) => new KeyValuePair<string, JavaScriptValue>(index.ToString(CultureInfo.InvariantCulture), item))], isArray: true);

    /// <summary>An object. Of members with the same name the last value counts, at the position of the first; integer names come first.</summary>
    public static JavaScriptValue Object(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> members) =>
        new(IsInOrder(members) ? members : Reorder(members), isArray: false);

    /// <summary>Whether the order is JavaScript's already. Limited to few members, because it compares each with each.</summary>
    private static bool IsInOrder(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> members)
    {
        for (var index = 0; index < members.Count; index++)
        {
            var name = members[index].Key;
            if (index == MaxCompared || Index(name) is not null)
            {
                return false;
            }

            for (var other = 0; other < index; other++)
            {
                if (members[other].Key == name)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static IReadOnlyList<KeyValuePair<string, JavaScriptValue>> Reorder(IEnumerable<KeyValuePair<string, JavaScriptValue>> members)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = new List<KeyValuePair<string, JavaScriptValue>>();
        foreach (var member in members)
        {
            if (indexes.TryGetValue(member.Key, out var index))
            {
                result[index] = member;
            }
            else
            {
                indexes.Add(member.Key, result.Count);
                result.Add(member);
            }
        }

        // OrderBy is stable, which keeps the other members in their order.
        return [.. result.OrderBy(member => Index(member.Key) ?? uint.MaxValue)];
    }

    /// <summary>A value of the body's first level: text as it is, anything else as JSON.</summary>
    public string ToText()
    {
        // Infinity has a text of its own here; within JSON it is written as null.
        if (_text is not null)
        {
            return _text;
        }

        var json = new StringBuilder();
        Write(json);
        return json.ToString();
    }

    private void Write(StringBuilder json)
    {
        if (_text is not null)
        {
            if (_isString)
            {
                JavaScriptString.Write(json, _text);
            }
            else
            {
                json.Append(_text.EndsWith(JavaScriptNumber.Infinity, StringComparison.Ordinal) ? "null" : _text);
            }

            return;
        }

        json.Append(_isArray ? '[' : '{');
        var separator = string.Empty;
        foreach (var member in _members!)
        {
            json.Append(separator);
            separator = ",";
            if (!_isArray)
            {
                JavaScriptString.Write(json, member.Key);
                json.Append(':');
            }

            member.Value.Write(json);
        }

        json.Append(_isArray ? ']' : '}');
    }

    /// <summary>The name as an array index; JavaScript orders these by number, before all other names.</summary>
    private static uint? Index(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue
        && index.ToString(CultureInfo.InvariantCulture) == name ? index : null;
}
