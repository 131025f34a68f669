using System.Globalization;
using CsCheck;

namespace GenAuth.Tests.Management;

/// <summary>JavaScript values, each with one of its spellings in JSON.</summary>
internal sealed record AnyScript(object? Value, string Json)
{
    private static readonly Gen<string> Blank = Gen.OneOf("", "", "", " ", "\n", "\t\r\n ");

    private static readonly Gen<char> Character = Gen.OneOf(
        Gen.Char["aZ0 \"\\/{}[]:,'<>&+=?\t\r\n\b\f\u0001\u001f\u007f\u0085\u00a0é中\u2028\u2029\ufeff"], Gen.Char['\ud800', '\udfff'], Gen.Char);

    private static readonly string[] TellingNames = ["10", "9", "2", "0", "00", "-1", "1.5", "4294967294", "4294967295", "a", "B", "_", "é", "__proto__", "toString", ""];

    private static Gen<AnyScript> Text { get; } = Gen.OneOf(
        Gen.OneOf(TellingNames).Select(name => new AnyScript(name, "\"" + name + "\"")),
        Gen.Select(Character, Gen.Int[0, 3]).Array[0, 8].Select(characters => new AnyScript(
            string.Concat(characters.Select(pair => pair.Item1)),
            "\"" + string.Concat(characters.Select(pair => Spell(pair.Item1, pair.Item2))) + "\"")));

    private static Gen<AnyScript> Number { get; } = Gen.Select(
        Gen.OneOf(
            Gen.Double.Where(double.IsFinite),
            Gen.Long.Select(number => (double)number),
            Gen.Select(Gen.Int[-1000, 1000], Gen.Int[-24, 24]).Select((digits, exponent) => digits * Math.Pow(10, exponent)),
            Gen.Int[-1074, 1023].Select(exponent => Math.Pow(2, exponent)),
            Gen.OneOf(0d, -0d, double.Epsilon, double.MaxValue, 1e21, 1e-7, 999999999999999934463d, 9007199254740993d)),
        Gen.OneOf("G17", "E16", "E20", "E30"))
        .Select((number, format) => new AnyScript(number, number.ToString(format, CultureInfo.InvariantCulture)));

    private static Gen<AnyScript> Scalar { get; } = Gen.OneOf(
        Text, Number, Gen.OneOf(new AnyScript(null, "null"), new AnyScript(true, "true"), new AnyScript(false, "false"), new AnyScript(double.PositiveInfinity, "1e999")));

    private static Gen<AnyScript> Any { get; } = Gen.Recursive<AnyScript>((depth, inner) => depth < 3
        ? Gen.OneOf(Scalar, Scalar, ListOf(inner), ObjectOf(inner))
        : Scalar);

    /// <summary>The values of a body.</summary>
    public static Gen<AnyScript> Body { get; } = Gen.OneOf(ObjectOf(Any), ObjectOf(Any), ListOf(Any));

    private static Gen<AnyScript> ListOf(Gen<AnyScript> item) => Gen.Select(item, Blank).Array[0, 12].Select(items => new AnyScript(
        items.Select(pair => pair.Item1.Value).ToArray(),
        "[" + string.Join(",", items.Select(pair => pair.Item2 + pair.Item1.Json + pair.Item2)) + "]"));

    private static Gen<AnyScript> ObjectOf(Gen<AnyScript> value) => Gen.Select(Text, value, Blank).Array[0, 6].Select(members => new AnyScript(
        members.Select(member => KeyValuePair.Create((string)member.Item1.Value!, member.Item2.Value)).ToList(),
        "{" + string.Join(",", members.Select(member => $"{member.Item3}{member.Item1.Json}{member.Item3}:{member.Item3}{member.Item2.Json}{member.Item3}")) + "}"));

    private static string Spell(char character, int way)
    {
        var place = "\"\\/\b\f\n\r\t".IndexOf(character, StringComparison.Ordinal);
        return way switch
        {
            0 when place >= 0 => "\\" + "\"\\/bfnrt"[place],
            1 => $"\\u{(int)character:x4}",
            2 => $"\\u{(int)character:X4}",
            // A lone surrogate must be escaped, and these generators do not know the next character.
            _ => character < ' ' || character is '"' or '\\' || char.IsSurrogate(character) ? $"\\u{(int)character:x4}" : character.ToString(),
        };
    }
}
