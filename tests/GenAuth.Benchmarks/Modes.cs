using GenAuth.Benchmarks.Quick;

namespace GenAuth.Benchmarks;

internal static class Modes
{
    private static readonly Dictionary<string, Func<Uri, Task>> All = new()
    {
        ["--quick"] = QuickTable.RunAsync,
    };

    public static bool Has(string mode) => All.ContainsKey(mode);

    public static async Task<int> RunAsync(string mode, Uri address)
    {
        await All[mode](address);
        return 0;
    }

    public static int Help()
    {
        Console.Error.WriteLine($"Pass one of {string.Join(", ", All.Keys)}.");
        return 2;
    }
}
