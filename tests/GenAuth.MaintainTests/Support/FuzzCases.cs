using System.Globalization;

namespace GenAuth.MaintainTests.Support;

/// <summary>The number of cases of a property test; the environment variable <c>GENAUTH_FUZZ_CASES</c> overrides it.</summary>
internal static class FuzzCases
{
    public static long Count(long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable("GENAUTH_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : usual;
}
