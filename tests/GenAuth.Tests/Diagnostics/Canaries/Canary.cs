using System.Text.RegularExpressions;

namespace GenAuth.Tests.Diagnostics.Canaries;

/// <summary>Texts that may be seen by the service and nowhere else. Each names its place, so that a find names the leak.</summary>
internal static partial class Canary
{
    public static string At(string place) => $"canary-{place}-";

    /// <summary>A number for members that hold no text; no other number of the tests has these digits.</summary>
    public static double Number(string place) => 4711081500 + (Math.Abs(place.GetHashCode(StringComparison.Ordinal)) % 100) + 0.25;

    /// <summary>What has got out, and where it was put.</summary>
    public static IEnumerable<string> In(string? text) => Any().Matches(text ?? string.Empty).Select(match => match.Value).Distinct();

    [GeneratedRegex("canary-[^-]*-|47110815[0-9.]+", RegexOptions.IgnoreCase)]
    private static partial Regex Any();
}
