using GenAuth.Benchmarks.Profile;
using GenAuth.Benchmarks.Quick;

namespace GenAuth.Benchmarks;

/// <summary>What can be measured in one go, by the argument that asks for it.</summary>
internal static class Modes
{
    private static readonly Dictionary<string, Func<Uri, Task>> All = new()
    {
        ["--quick"] = QuickTable.RunAsync,
        ["--first-call"] = FirstCall.RunAsync,
        ["--growth"] = Growth.RunAsync,
        ["--memory"] = Memory.RunAsync,
        ["--profile"] = AllocationProfile.RunAsync,
    };

    public static bool Has(string mode) => All.ContainsKey(mode);

    public static async Task<int> RunAsync(string mode, Uri address)
    {
        await All[mode](address);
        return 0;
    }

    public static int Help()
    {
        Console.Error.WriteLine($"Pass one of {string.Join(", ", All.Keys)}; or arguments of BenchmarkDotNet, --filter '*' for all of it.");
        return 2;
    }
}
