using System.Globalization;
using GenAuth.Soak.Calls;
using GenAuth.Soak.Plan;
using GenAuth.Soak.Stub;
using GenAuth.Soak.Watch;
using GenAuth.Tests.Shared;

namespace GenAuth.Soak;

/// <summary>The report of a run in Markdown.</summary>
internal static class Report
{
    public static void Print(SoakOptions options, Tally tally, StubState stub, IReadOnlyList<Sample> samples, IReadOnlyList<Check> checks, TimeSpan time)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine($"`dotnet run -c Release --project tests/GenAuth.Soak -- {options}`");
        Console.WriteLine();
        Console.WriteLine($"{Machine.Describe()}. {tally.Ended:N0} calls in {time.TotalSeconds:N0} s, {tally.Ended / time.TotalSeconds:N0} per second, {stub.Attempts.Sum():N0} requests.");
        Console.WriteLine();
        Print(checks);
        Print(tally);
        Print(samples);
        foreach (var detail in checks.Where(check => !check.IsMet).SelectMany(check => check.Details.Select(detail => $"{check.Name}: {detail}")))
        {
            Console.WriteLine(detail);
            Console.WriteLine();
        }
    }

    private static void Print(IReadOnlyList<Check> checks)
    {
        Console.WriteLine("| check | found | |\n|---|---|---|");
        foreach (var check in checks)
        {
            Console.WriteLine($"| {check.Name} | {check.Finding} | {(check.IsMet ? "met" : "MISSED")} |");
        }

        Console.WriteLine();
    }

    private static void Print(Tally tally)
    {
        Console.WriteLine("| fault | calls | how they ended |\n|---|---|---|");
        foreach (var fault in Enum.GetValues<Fault>())
        {
            var ends = Enum.GetValues<Outcome>().Select(outcome => (Outcome: outcome, Count: tally.Count(fault, outcome))).Where(end => end.Count > 0).ToList();
            Console.WriteLine($"| {fault} | {ends.Sum(end => end.Count):N0} | {string.Join(", ", ends.Select(end => $"{end.Outcome} {end.Count:N0}"))} |");
        }

        Console.WriteLine();
    }

    private static void Print(IReadOnlyList<Sample> samples)
    {
        Console.WriteLine("| calls | live objects, MiB | working set, MiB | threads |\n|---|---|---|---|");
        foreach (var sample in samples.Where((_, index) => index % 4 == 3))
        {
            Console.WriteLine($"| {sample.Calls:N0} | {sample.Heap / 1048576.0:N1} | {sample.WorkingSet / 1048576.0:N1} | {sample.Threads} |");
        }

        Console.WriteLine();
    }
}
