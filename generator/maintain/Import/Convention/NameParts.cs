using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Import.Convention;

/// <summary>The words of a wire name, and names made of them.</summary>
internal static partial class NameParts
{
    public static IReadOnlyList<string> Split(string name) => [.. Word().Matches(name).Select(match => match.Value)];

    /// <summary>A name for C#: words with capitals, nothing else. May be empty, or begin with a digit.</summary>
    public static string Pascal(string name) => string.Concat(Split(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string Camel(string name) => Pascal(name) is { Length: > 0 } pascal ? char.ToLowerInvariant(pascal[0]) + pascal[1..] : string.Empty;

    /// <summary>The words as in a sentence, without those that only say what a type is for.</summary>
    public static string Sentence(string name) => string.Join(' ', Split(name).Where(word => word is not ("Dto" or "Resp" or "Req")).Select(word => word.Length > 1 && word.All(char.IsUpper) ? word : word.ToLowerInvariant()));

    /// <summary>The first of the name, and the name with a number, that is free.</summary>
    public static string Free(string name, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}{number}").First(candidate => !isTaken(candidate));

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")]
    private static partial Regex Word();
}
