using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Document;

/// <summary>Derives C# names by the rules of the generator's documentation.</summary>
internal static class CSharpName
{
    private static readonly char[] Separators = ['_', '-', '.'];

    /// <summary>The name that the document gives, or else the words of the wire name with capitals.</summary>
    public static string FromMember(string wireName, JToken described) => (string?)described["x-csharp-name"] ?? Pascal(wireName);

    public static string FromParameter(string wireName, JToken described) =>
        (string?)described["x-csharp-name"] ?? Camel(Pascal(wireName.Replace("[]", string.Empty, StringComparison.Ordinal)));

    private static string Pascal(string name) =>
        string.Concat(name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
