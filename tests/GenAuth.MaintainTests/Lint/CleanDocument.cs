using GenAuth.Build.Document;
using GenAuth.Build.Lint;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.MaintainTests.Lint;

/// <summary>A small document that breaks no rule. Tests change it as text, so that line numbers are stable.</summary>
internal static class CleanDocument
{
    public static string File => Path.Combine(AppContext.BaseDirectory, "Lint", "documents", "clean.json");

    public static string Text { get; } = System.IO.File.ReadAllText(File);

    /// <summary>The text with the first occurrence of <paramref name="old"/> replaced; it must exist.</summary>
    public static string With(string old, string replacement)
    {
        var place = IndexIn(Text, old);
        return string.Concat(Text.AsSpan(0, place), replacement, Text.AsSpan(place + old.Length));
    }

    /// <summary>The number of the first line that holds a part, counted from one.</summary>
    public static int LineOf(string text, string part, string after = "") => 1 + text.AsSpan(0, IndexIn(text, part, IndexIn(text, after) + after.Length)).Count('\n');

    public static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    /// <summary>The findings of the rules for a text, with exceptions or without.</summary>
    public static IReadOnlyList<(Rule Rule, Finding Finding)> Lint(string text, params string[] exceptions) => Linter.Check(new ApiDocument(Parse(text)), new LintExceptions(exceptions));

    private static int IndexIn(string text, string part, int start = 0) =>
        text.IndexOf(part, start, StringComparison.Ordinal) is var place and >= 0 ? place : throw new InvalidOperationException($"The text does not hold '{part}'.");
}
