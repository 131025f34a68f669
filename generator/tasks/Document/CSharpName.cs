using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>
/// The C# names that NSwag and the templates make of wire names. A wire name of other characters than these rules know gets
/// no name, so that the document has to give one.
/// </summary>
internal static class CSharpName
{
    private static readonly Regex Valid = new(@"^[A-Za-z][A-Za-z0-9_]*\z");
    private static readonly Regex MemberCharacters = new(@"^[A-Za-z0-9_\-. :/$@\[\]]*\z");
    private static readonly Regex ParameterCharacters = new(@"^[A-Za-z0-9_\-.$@\[\]]*\z");
    private static readonly Regex Dropped = new(@"[$@\[\]]");
    private static readonly Regex Separators = new(@"[_\-. :/]+");

    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate", "do", "double",
        "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal",
        "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return",
        "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked",
        "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    ];

    /// <summary>The name that the document gives.</summary>
    public static string? Given(JToken? owner) => owner.Text("x-csharp-name");

    /// <summary>The name of a property, or <see langword="null"/> when the wire name gives none.</summary>
    public static string? OfMember(string wireName) => MemberCharacters.IsMatch(wireName) ? Checked(string.Concat(Words(wireName).Select(Upper))) : null;

    /// <summary>The name of a parameter without the <c>@</c> that a keyword gets, or <see langword="null"/>.</summary>
    public static string? OfParameter(string wireName)
    {
        if (!ParameterCharacters.IsMatch(wireName) || Words(wireName).ToList() is not { Count: > 0 } words)
        {
            return null;
        }

        return Checked(char.ToLowerInvariant(words[0][0]) + words[0].Substring(1) + string.Concat(words.Skip(1).Select(Upper)));
    }

    /// <summary>The name of an operation's method, without <c>Async</c>.</summary>
    public static string OfMethod(string operationId) => Upper(operationId.Substring(operationId.IndexOf('_') + 1));

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    private static string? Checked(string name) => Valid.IsMatch(name) ? name : null;

    private static IEnumerable<string> Words(string wireName) => Separators.Split(Dropped.Replace(wireName, string.Empty)).Where(word => word.Length > 0);

    private static string Upper(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
