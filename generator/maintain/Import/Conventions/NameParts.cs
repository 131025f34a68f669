using System.Text.RegularExpressions;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Splits wire names into words and builds names from the words.</summary>
internal static partial class NameParts
{
    public static IReadOnlyList<string> Split(string name) => [.. Word().Matches(name).Select(match => match.Value)];

    /// <summary>The words in PascalCase. The result may be empty or begin with a digit.</summary>
    public static string Pascal(string name) => string.Concat(Split(name).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    public static string Camel(string name) => Pascal(name) is { Length: > 0 } pascal ? char.ToLowerInvariant(pascal[0]) + pascal[1..] : string.Empty;

    /// <summary>The words in lower case for a sentence, without the suffixes Dto, Req and Resp.</summary>
    public static string Sentence(string name) => string.Join(' ', Split(name).Where(word => word is not ("Dto" or "Resp" or "Req")).Select(word => word.Length > 1 && word.All(char.IsUpper) ? word : word.ToLowerInvariant()));

    /// <summary>The name, with a number appended if it is taken.</summary>
    public static string MakeUnique(string name, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}{number}").First(candidate => !isTaken(candidate));

    [GeneratedRegex("[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")]
    private static partial Regex Word();
}
