namespace GenAuth.GeneratorTests.Support;

/// <summary>The document that the build tests build with. It has one of each thing that the templates can write.</summary>
internal static class SmallDocument
{
    public static string Text { get; } = File.ReadAllText(TestData.PathOf("tests", "GenAuth.BuildTests", "documents", "small.json"));

    /// <summary>The text with the first occurrence of <paramref name="old"/> replaced; it must exist.</summary>
    public static string With(string old, string replacement)
    {
        var place = Text.IndexOf(old, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"The document does not hold '{old}'.")
            : string.Concat(Text.AsSpan(0, place), replacement, Text.AsSpan(place + old.Length));
    }

    /// <summary>The number of the first line of <paramref name="text"/> that holds <paramref name="part"/>, counted from one.</summary>
    public static int LineOf(string text, string part)
    {
        var place = text.IndexOf(part, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"The document does not hold '{part}'.")
            : 1 + text.AsSpan(0, place).Count('\n');
    }
}
