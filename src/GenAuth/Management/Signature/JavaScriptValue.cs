using System.Globalization;
using System.Text;

namespace GenAuth.Management;

/// <summary>A JSON value as JavaScript would hold it after <c>JSON.parse</c>, and as it would write it again.</summary>
internal readonly struct JavaScriptValue
{
    private const int Few = 8;

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

    /// <summary>An object. Of members with the same name the last value counts, in the place of the first; integers go first.</summary>
    public static JavaScriptValue Object(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> members) =>
        new(StandAsTheyAre(members) ? members : Rearranged(members), isArray: false);

    /// <summary>Whether there is nothing to rearrange. Asked of few members only, because it compares each with each.</summary>
    private static bool StandAsTheyAre(IReadOnlyList<KeyValuePair<string, JavaScriptValue>> members)
    {
        for (var index = 0; index < members.Count; index++)
        {
            var name = members[index].Key;
            if (index == Few || Index(name) is not null)
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

    private static IReadOnlyList<KeyValuePair<string, JavaScriptValue>> Rearranged(IEnumerable<KeyValuePair<string, JavaScriptValue>> members)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<KeyValuePair<string, JavaScriptValue>>();
        foreach (var member in members)
        {
            if (places.TryGetValue(member.Key, out var place))
            {
                kept[place] = member;
            }
            else
            {
                places.Add(member.Key, kept.Count);
                kept.Add(member);
            }
        }

        // OrderBy is stable, which keeps the other members in their order.
        return [.. kept.OrderBy(member => Index(member.Key) ?? uint.MaxValue)];
    }

    /// <summary>A value of the body's first level: text as it is, anything else as JSON.</summary>
    public string ToText()
    {
        // Within JSON there is no infinity; on its own it has a name.
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

    /// <summary>The name as an index of an array, which JavaScript orders by number before all other names.</summary>
    private static uint? Index(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue
        && index.ToString(CultureInfo.InvariantCulture) == name ? index : null;
}
