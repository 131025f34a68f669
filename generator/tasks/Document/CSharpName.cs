using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>
/// Converts wire names to C# names. A wire name that does not become an identifier needs a name in the document.
/// </summary>
internal static class CSharpName
{
    private static readonly Regex Identifier = new(@"^[A-Za-z_][A-Za-z0-9_]*\z");
    private static readonly Regex Dropped = new(@"[$@\[\]]");
    private static readonly Regex Separators = new(@"[_\-. :/]+");
    private static readonly Regex TagSeparators = new(@"[_\-.,:/&() ]+");

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

    /// <summary>The name of a property or of a value.</summary>
    public static string FromMember(string wireName) => string.Concat(Words(wireName).Select(Upper));

    /// <summary>The name of a parameter without the <c>@</c> that a keyword gets.</summary>
    public static string FromParameter(string wireName) => Lower(FromMember(wireName));

    /// <summary>The name of an operation's method, without <c>Async</c>.</summary>
    public static string FromOperationId(string operationId) => Upper(operationId.Substring(operationId.IndexOf('_') + 1));

    /// <summary>The name of the property for the operations with a tag.</summary>
    public static string FromTag(string tag) => string.Concat(TagSeparators.Split(tag).Select(Upper));

    public static bool IsKeyword(string name) => Keywords.Contains(name);

    public static bool IsIdentifier(string name) => Identifier.IsMatch(name);

    /// <summary>The name with a capital letter first.</summary>
    public static string Upper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name with a small letter first.</summary>
    public static string Lower(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    private static IEnumerable<string> Words(string wireName) => Separators.Split(Dropped.Replace(wireName, string.Empty)).Where(word => word.Length > 0);
}
