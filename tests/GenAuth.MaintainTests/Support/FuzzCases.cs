using System.Globalization;

namespace GenAuth.MaintainTests.Support;

/// <summary>How many cases a property test tries: <c>GENAUTH_FUZZ_CASES=10000 dotnet test tests/GenAuth.MaintainTests</c> tries more than usual.</summary>
internal static class FuzzCases
{
    public static long Count(long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable("GENAUTH_FUZZ_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : usual;
}
