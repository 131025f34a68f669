using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Conformance;

/// <summary>A value for the SDK, and its documented form on the wire.</summary>
internal sealed record Made(object Value, JToken Wire);

/// <summary>
/// Fills the SDK's types by reflection with documented values. The first round has distinct plain values,
/// later rounds have values that incorrect code does not handle.
/// </summary>
internal sealed class ValueMaker(ApiDocument document, bool full, int round)
{
    private static readonly string[] Words = ["text", "q\"\\/<>&'+%=?#;,:@ \t", "é 中文 😀 \u2028\u00a0~", ""];
    private static readonly int[] Integers = [0, int.MaxValue, -1];
    private static readonly long[] LongIntegers = [0, 9007199254740991, -1];
    private static readonly double[] Doubles = [1.5, 0, 0.1, 1e-7, 12345678.25, 1e21, -3];
    private static readonly string[] Dates = ["2024-02-29T12:34:56.789Z", "1999-12-31T23:59:59.000Z", "2038-01-19T03:14:08.000Z"];

    // Values that JavaScript writes differently from .NET, which the signature must handle.
    private static readonly string[] FreeForms =
    [
        """{"key":"value","list":[1,null,{"deep":true}]}""",
        """{"10":"ten","2":"two","a":1.0,"b":1e21,"c":1E-7,"d":-0.0,"e":123456789012345680000,"f":0.1,"__proto__":{"x":1},"":[]}""",
        """["\u0007\b\f\u007f\u2028<>&'\"\\/","é😀",{},[],null,false,5e-324,1.7976931348623157e308]""",
        "\"only a text \\\" \"",
        "12.50",
    ];

    private int _count;

    public IList<string> Problems { get; } = [];

    public Made Make(Type type, JObject node) => Make(Nullable.GetUnderlyingType(type) ?? type, node, []);

    /// <summary>A text that conforms to the schema; never empty, because paths and identifiers are not.</summary>
    public Made MakeIdentifier(JObject schema)
    {
        var word = Words[round % Words.Length];
        var text = Text(schema, word.Length == 0 ? "id" : word);
        return new(text, text);
    }

    private Made Make(Type type, JObject node, IReadOnlyList<string> ancestors)
    {
        var (schema, name) = document.Resolve(node);
        if (type == typeof(string))
        {
            var text = Text(schema, Words[round % Words.Length]);
            Expect(schema, "string", type);
            return new(text, text);
        }

        if (type == typeof(DateTimeOffset))
        {
            Expect(schema, "string", type);
            var text = Dates[round % Dates.Length];
            return new(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), text);
        }

        if (type == typeof(bool))
        {
            Expect(schema, "boolean", type);
            var value = (round + _count++) % 2 == 0;
            return new(value, value);
        }

        if (type == typeof(int) || type == typeof(long))
        {
            Expect(schema, "integer", type);
            var number = round == 0 ? ++_count : type == typeof(int) ? Integers[round % Integers.Length] : LongIntegers[round % LongIntegers.Length];
            number = Math.Clamp(number, (long?)schema["minimum"] ?? long.MinValue, (long?)schema["maximum"] ?? long.MaxValue);
            return type == typeof(int) ? new((int)number, number) : new(number, number);
        }

        if (type == typeof(double))
        {
            Expect(schema, "number", type);
            var number = Doubles[round % Doubles.Length];
            return new(number, number);
        }

        if (typeof(JToken).IsAssignableFrom(type))
        {
            var free = Parse(FreeForms[round % FreeForms.Length]);
            return new(free, free.DeepClone());
        }

        if (typeof(IExtensibleEnum<string>).IsAssignableFrom(type))
        {
            return MakeOpenValue(type, schema);
        }

        return ItemType(type) is { } item
            ? MakeList(item, schema, ancestors)
            : typeof(ExtensibleObject).IsAssignableFrom(type)
                ? MakeObject(type, schema, name is null ? ancestors : [.. ancestors, name])
                : throw new NotSupportedException($"The conformance test cannot make a {type}.");
    }

    private Made MakeOpenValue(Type type, JObject schema)
    {
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == type)
            .Select(property => (IExtensibleEnum<string>)property.GetValue(null)!)
            .ToList();
        var allowed = schema["enum"]!.Values<string>().ToList();
        if (!known.Select(value => value.Value).Order(StringComparer.Ordinal).SequenceEqual(allowed.Order(StringComparer.Ordinal)))
        {
            Problems.Add($"{type.Name} does not have the values of the document");
        }

        var value = known[(round + (full ? 0 : _count++)) % known.Count];
        return new(value, value.Value);
    }

    private Made MakeList(Type item, JObject schema, IReadOnlyList<string> ancestors)
    {
        Expect(schema, "array", typeof(IEnumerable));
        var node = (JObject)schema["items"]!;
        var count = LeadsBack(node, ancestors) ? 0 : Math.Clamp(full ? 2 : 1, (int?)schema["minItems"] ?? 0, (int?)schema["maxItems"] ?? int.MaxValue);
        var list = Array.CreateInstance(item, count);
        var wire = new JArray();
        for (var index = 0; index < count; index++)
        {
            var made = Make(item, node, ancestors);
            list.SetValue(made.Value, index);
            wire.Add(made.Wire);
        }

        return new(list, wire);
    }

    private Made MakeObject(Type type, JObject schema, IReadOnlyList<string> ancestors)
    {
        Expect(schema, "object", type);
        var value = (ExtensibleObject)Activator.CreateInstance(type)!;
        var wire = new JObject();
        var required = (schema["required"] ?? new JArray()).Values<string>().ToList();
        var declared = schema["properties"] as JObject ?? [];
        var members = type.GetProperties().Select(property => (Property: property, Name: property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName))
            .Where(member => member.Name is not null).ToList();
        foreach (var missing in declared.Properties().Select(property => property.Name).Except(members.Select(member => member.Name)))
        {
            Problems.Add($"{type.Name} lacks the document's {missing}");
        }

        foreach (var (property, name) in members)
        {
            if (declared[name!] is not JObject node)
            {
                Problems.Add($"{type.Name}.{property.Name} is not in the document");
                continue;
            }

            // A required bool or number is always sent.
            var isAlwaysSent = property.PropertyType.IsPrimitive;
            if (required.Contains(name) || isAlwaysSent || (full && !LeadsBack(node, ancestors)))
            {
                var made = Make(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, node, ancestors);
                property.SetValue(value, Convert(made.Value, property.PropertyType));
                wire[name!] = made.Wire;
            }
        }

        if (members.Count == 0 && full)
        {
            var free = Parse(FreeForms[round % FreeForms.Length]);
            value.AdditionalProperties["freeForm"] = free;
            wire["freeForm"] = free.DeepClone();
        }

        return new(value, wire);
    }

    private bool LeadsBack(JObject node, IReadOnlyList<string> ancestors)
    {
        var (schema, name) = document.Resolve(node);
        return schema["type"]?.ToString() == "array" ? LeadsBack((JObject)schema["items"]!, ancestors) : name is not null && ancestors.Contains(name);
    }

    private string Text(JObject schema, string word)
    {
        var example = schema["example"];
        var text = word == Words[0] && example is JValue { Value: string value } ? value : word.Length == 0 ? word : word + ++_count;
        var runes = text.EnumerateRunes().ToList();
        var (least, most) = ((int?)schema["minLength"] ?? 0, (int?)schema["maxLength"] ?? int.MaxValue);
        var fitting = runes.Skip(Math.Max(0, runes.Count - most)).Aggregate(new StringBuilder(), (all, rune) => all.Append(rune)).ToString();
        return runes.Count < least ? fitting + new string('x', least - runes.Count) : fitting;
    }

    private void Expect(JObject schema, string type, Type clr)
    {
        if (schema["type"]?.ToString() != type || (clr == typeof(int) && schema["format"]?.ToString() == "int64"))
        {
            Problems.Add($"{clr.Name} stands for a schema of type {schema["type"]} {schema["format"]}");
        }
    }

    private static Type? ItemType(Type type) =>
        type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments is [var item] ? item : null;

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, Culture = CultureInfo.InvariantCulture };
        return JToken.Load(reader);
    }

    // A boxed value is assigned to its nullable type as it is.
    private static object Convert(object value, Type type) => type == typeof(JObject) && value is not JObject ? new JObject() : value;
}
