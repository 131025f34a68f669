using System.Globalization;
using System.Text;

namespace GenAuth.Testing.Service.Json;

/// <summary>Writes values of <see cref="JsonValueReader"/> as JavaScript does.</summary>
internal static class JsonValueWriter
{
    /// <summary>The text of a signed parameter: <c>String(value)</c> for a scalar, <c>JSON.stringify(value)</c> for other values.</summary>
    public static string FormatParameter(object? value) => value switch
    {
        string text => text,
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        _ => Stringify(value),
    };

    /// <summary>The text of <c>JSON.stringify</c>.</summary>
    public static string Stringify(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case JsonObjectValue members:
                var separator = "{";
                foreach (var member in members.Members)
                {
                    text.Append(separator);
                    WriteText(text, member.Key);
                    text.Append(':');
                    Write(text, member.Value);
                    separator = ",";
                }

                text.Append(separator == "{" ? "{}" : "}");
                break;
            case List<object?> items:
                text.Append('[');
                for (var index = 0; index < items.Count; index++)
                {
                    text.Append(index > 0 ? "," : string.Empty);
                    Write(text, items[index]);
                }

                text.Append(']');
                break;
            case string characters:
                WriteText(text, characters);
                break;
            case double number:
                text.Append(double.IsFinite(number) ? FormatNumber(number) : "null");
                break;
            default:
                text.Append(value switch { true => "true", false => "false", _ => "null" });
                break;
        }
    }

    private static void WriteText(StringBuilder text, string characters)
    {
        text.Append('"');
        for (var index = 0; index < characters.Length; index++)
        {
            var character = characters[index];
            if (char.IsHighSurrogate(character) && index + 1 < characters.Length && char.IsLowSurrogate(characters[index + 1]))
            {
                text.Append(character).Append(characters[++index]);
                continue;
            }

            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),

                // Surrogate pairs were handled above, so a surrogate is a lone one.
                _ when character < ' ' || char.IsSurrogate(character) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }

    /// <summary>The shortest digits that round-trip, in the notation of ECMAScript's <c>Number::toString</c>.</summary>
    private static string FormatNumber(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        // "R" does not round-trip for two powers of two.
        var sign = number < 0 ? "-" : string.Empty;
        var shortest = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(shortest, CultureInfo.InvariantCulture) != Math.Abs(number))
        {
            shortest = Math.Abs(number).ToString("G17", CultureInfo.InvariantCulture);
        }

        var parts = shortest.Split('E');
        var dot = parts[0].IndexOf('.', StringComparison.Ordinal);
        var mantissa = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = mantissa.TrimStart('0');
        var point = (dot < 0 ? mantissa.Length : dot) - (mantissa.Length - digits.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        return sign + FormatDigits(digits.TrimEnd('0'), point);
    }

    /// <param name="digits">The significant digits.</param>
    /// <param name="point">The position of the decimal point, counted from the beginning of the digits.</param>
    private static string FormatDigits(string digits, int point)
    {
        if (point is > 0 and <= 21)
        {
            return point >= digits.Length ? digits.PadRight(point, '0') : digits.Insert(point, ".");
        }

        if (point is > -6 and <= 0)
        {
            return "0." + new string('0', -point) + digits;
        }

        var mantissa = digits.Length == 1 ? digits : digits.Insert(1, ".");
        return string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(point > 0 ? '+' : '-')}{Math.Abs(point - 1)}");
    }
}
