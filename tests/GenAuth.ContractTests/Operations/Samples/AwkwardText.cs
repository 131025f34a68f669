namespace GenAuth.ContractTests.Operations.Samples;

/// <summary>Texts that incorrect encoding changes.</summary>
internal static class AwkwardText
{
    /// <summary>The characters with a meaning in a path, a query or a form.</summary>
    public const string Separators = "a b+c&d=e%20f%2Fg/h?i#j;k,l:m@n~é 中🐼";

    private static readonly string[] All =
    [
        Separators,
        "plain",
        "2022-07-03T02:20:30.000Z",
        "\"quoted\" \\ back\tslash\r\nline \u2028 end",
        " blanks around ",
        "true",
        "001",
        "null",
        "{\"statusCode\":500}",
        "支付宝 é ß İ 🐼",
        "<b>&amp;</b>",
        "$ref",
        "/Date(1457947613000)/",
        string.Empty,
    ];

    public static string Number(int turn) => All[turn % All.Length];

    /// <summary>The text truncated or padded to a length, without splitting a surrogate pair.</summary>
    public static string Fit(string text, int shortest, int longest)
    {
        var cut = text.Length <= longest ? text : text[..longest];
        return (cut.Length > 0 && char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).PadRight(shortest, 'x');
    }
}
