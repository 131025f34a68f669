namespace GenAuth.BuildTests;

/// <summary>
/// The document that the tests build with: what the hand-written sources need, and one example of each construct of the
/// templates. It is changed as text, so that line numbers are stable.
/// </summary>
internal static class SmallDocument
{
    public static string File => TestData.File("small.json");

    public static string Exceptions => TestData.File("lint-exceptions.txt");

    public static string Text => System.IO.File.ReadAllText(File);

    /// <summary>The text with the first occurrence of <paramref name="old"/> replaced; it must exist.</summary>
    public static string With(string old, string replacement) => Replace(Text, old, replacement);

    public static string Replace(string text, string old, string replacement)
    {
        var place = text.IndexOf(old, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"The text does not hold '{old}'.")
            : string.Concat(text.AsSpan(0, place), replacement, text.AsSpan(place + old.Length));
    }

    /// <summary>The number of the first line that holds <paramref name="part"/>, counted from one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The part to find.</param>
    /// <param name="after">A text before it, if it is not the first occurrence.</param>
    public static int LineOf(string text, string part, string after = "")
    {
        var place = text.IndexOf(part, text.IndexOf(after, StringComparison.Ordinal) + after.Length, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"The text does not hold '{part}'.")
            : 1 + text.AsSpan(0, place).Count('\n');
    }
}
