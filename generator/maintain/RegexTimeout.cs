using System.Runtime.CompilerServices;

namespace GenAuth.Maintain;

/// <summary>
/// A time limit for all regular expressions of the commands: they run on documents of others, and a text can be made so that
/// an expression takes years.
/// </summary>
internal static class RegexTimeout
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    // Before the first expression is made; it takes its limit from here.
    [ModuleInitializer]
    internal static void Set() => AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", Limit);
}
