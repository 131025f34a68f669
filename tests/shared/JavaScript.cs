using System.Globalization;

namespace GenAuth.Tests.Shared;

/// <summary>
/// The text of values in JavaScript, implemented as simply as possible to check what the SDK signs. A list is an
/// <c>object?[]</c>, an object a list of its members.
/// </summary>
internal static class JavaScript
{
    /// <summary>The text of a value among the parameters of a signature.</summary>
    public static string Text(object? value) => value switch
    {
        string text => text,
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => Stringify(value),
    };

    public static string Stringify(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        double number => double.IsFinite(number) ? Number(number) : "null",
        string text => Quote(text),
        object?[] items => "[" + string.Join(",", items.Select(Stringify)) + "]",
        IEnumerable<KeyValuePair<string, object?>> members => "{" + string.Join(",", Own(members).Select(member => Quote(member.Key) + ":" + Stringify(member.Value))) + "}",
        _ => throw new ArgumentException($"JavaScript has no {value.GetType()}.", nameof(value)),
    };

    /// <summary>Path and parameters as they are signed.</summary>
    public static string Resource(string path, object? parameters)
    {
        var pairs = parameters switch
        {
            object?[] items => items.Select((item, index) => KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), item)),
            IEnumerable<KeyValuePair<string, object?>> members => Own(members),
            _ => [],
        };
        var sorted = pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key + "=" + Text(pair.Value)).ToList();
        return sorted.Count == 0 ? path : path + "?" + string.Join("&", sorted);
    }

    /// <summary>The final members of an object in JavaScript's order.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Own(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var all = members.ToList();
        var names = all.Select(member => member.Key).Distinct().ToList();
        var indexes = names.Where(name => uint.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < uint.MaxValue && $"{index}" == name);
        return indexes.OrderBy(uint.Parse).Union(names).Select(name => all.Last(member => member.Key == name));
    }

    private static string Quote(string text)
    {
        var parts = text.Select((character, index) => character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' => $"\\u{(int)character:x4}",
            _ when char.IsHighSurrogate(character) && !(index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) => $"\\u{(int)character:x4}",
            _ when char.IsLowSurrogate(character) && !(index > 0 && char.IsHighSurrogate(text[index - 1])) => $"\\u{(int)character:x4}",
            _ => character.ToString(),
        });
        return "\"" + string.Concat(parts) + "\"";
    }

    private static string Number(double number)
    {
        if (number <= 0)
        {
            return number == 0 ? "0" : "-" + Number(-number);
        }

        // .NET writes the same digits (but for two powers of two, where it loses one), in another notation for large and small numbers.
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        var isSame = double.Parse(shortest, CultureInfo.InvariantCulture).Equals(number);
        var parts = (isSame ? shortest : number.ToString("G17", CultureInfo.InvariantCulture)).Split('E');
        if (parts.Length == 1)
        {
            return parts[0];
        }

        var (mantissa, exponent) = (decimal.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
        return exponent switch
        {
            >= 21 => $"{parts[0]}e+{exponent}",
            < -6 => $"{parts[0]}e-{-exponent}",
            >= 0 => Plain(mantissa * Power(exponent)),
            _ => Plain(mantissa / Power(-exponent)),
        };
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static decimal Power(int exponent) => Enumerable.Repeat(10m, exponent).Aggregate(1m, (product, ten) => product * ten);
}
