using GenAuth.Benchmarks.Allocations;
using GenAuth.Benchmarks.Generation;
using GenAuth.Benchmarks.Profile;
using GenAuth.Benchmarks.Quick;

namespace GenAuth.Benchmarks;

/// <summary>The measurements by their command-line arguments.</summary>
internal static class Modes
{
    private static readonly Dictionary<string, Func<Uri, Task<int>>> All = new()
    {
        ["--quick"] = Table(QuickTable.RunAsync),
        ["--quick" + Launcher.Unpinned] = Table(QuickTable.RunAsync),
        ["--api"] = Table(static _ => ApiTable.RunAsync()),
        ["--first-call"] = Table(FirstCall.RunAsync),
        ["--growth"] = Table(Growth.RunAsync),
        ["--memory"] = Table(Memory.RunAsync),
        ["--profile"] = Table(AllocationProfile.RunAsync),
        ["--allocations"] = address => Task.FromResult(AllocationFloor.Compare(address)),
        ["--allocations --accept"] = address => Task.FromResult(AllocationFloor.Accept(address)),
    };

    public static bool Has(string mode) => All.ContainsKey(mode);

    public static Task<int> RunAsync(string mode, Uri address) => All[mode](address);

    public static int Help()
    {
        Console.Error.WriteLine($"Pass one of {string.Join(", ", All.Keys)}, {GenerationGrowth.Mode}; or arguments of BenchmarkDotNet, --filter '*' for all of it.");
        return 2;
    }

    /// <summary>A mode that only prints figures always succeeds.</summary>
    private static Func<Uri, Task<int>> Table(Func<Uri, Task> print) => async address =>
    {
        await print(address);
        return 0;
    };
}
