using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Diff;

/// <summary>The C# names that the build step's templates make, for what no list of names tells.</summary>
internal static partial class NameRules
{
    /// <summary>Client and method of an operation.</summary>
    public static string OfOperation(JObject operation)
    {
        var id = operation["operationId"].Text() ?? "Other_unnamed";
        var cut = id.IndexOf('_', StringComparison.Ordinal);
        return $"{id[..Math.Max(cut, 0)]}Client.{Given(operation) ?? Upper(id[(cut + 1)..])}Async";
    }

    public static string OfParameter(JObject parameter) => Given(parameter) ?? Lower(Words((string?)parameter["name"] ?? string.Empty));

    /// <summary>A file of an upload.</summary>
    public static string OfPart(string wire, JToken part) => Given(part) ?? Lower(Words(wire));

    public static string OfMember(string wire, JToken member) => Given(member) ?? Words(wire);

    public static string OfValue(JToken set, int index, string value) => (string?)(set["x-enumNames"] as JArray)?.ElementAtOrDefault(index) ?? Words(value);

    private static string? Given(JToken named) => named is JObject owner ? (string?)owner["x-csharp-name"] : null;

    private static string Words(string wire) => string.Concat(Separator().Split(wire).Select(Upper));

    private static string Upper(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private static string Lower(string word) => word.Length == 0 ? word : char.ToLowerInvariant(word[0]) + word[1..];

    [GeneratedRegex(@"\W+|_+")]
    private static partial Regex Separator();
}
