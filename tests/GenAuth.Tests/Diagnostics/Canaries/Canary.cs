using System.Text.RegularExpressions;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Texts that only the service may see. Each contains its location, so that a leak can be traced.</summary>
internal static partial class Canary
{
    public static string At(string place) => $"canary-{place}-";

    /// <summary>A number for members that hold no text; no other number of the tests has these digits.</summary>
    public static double Number(string place) => 4711081500 + (Math.Abs(place.GetHashCode(StringComparison.Ordinal)) % 100) + 0.25;

    /// <summary>The canaries in a text, with their locations.</summary>
    public static IEnumerable<string> In(string? text) => Any().Matches(text ?? string.Empty).Select(match => match.Value).Distinct();

    [GeneratedRegex("canary-[^-]*-|47110815[0-9.]+", RegexOptions.IgnoreCase)]
    private static partial Regex Any();
}
