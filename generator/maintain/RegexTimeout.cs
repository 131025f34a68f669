using System.Runtime.CompilerServices;

namespace GenAuth.Maintain;

/// <summary>
/// The default time limit of all regular expressions. The commands read foreign documents, and a crafted text can make
/// an expression backtrack almost without end.
/// </summary>
internal static class RegexTimeout
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // A module initializer runs before the first expression is created, which reads the default then.
    [ModuleInitializer]
    internal static void Set() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Limit);
}
