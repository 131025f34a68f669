using System.Diagnostics;

namespace GenAuth.Benchmarks.Support;

internal static class Measure
{
    /// <summary>Microseconds per call, one after the other.</summary>
    public static async Task<double> TimeAsync(Func<Task> call, int calls)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(begin).TotalMicroseconds / calls;
    }

    /// <summary>Bytes per call of all threads, exact.</summary>
    public static async Task<double> AllocationAsync(Func<Task> call, int calls)
    {
        var begin = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return (GC.GetTotalAllocatedBytes(precise: true) - begin) / (double)calls;
    }

    /// <summary>Calls per second of many callers that do not wait for each other.</summary>
    public static async Task<double> ThroughputAsync(Func<Task> call, int callers, int calls)
    {
        var left = calls;
        var begin = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => CallAsync()));
        return calls / Stopwatch.GetElapsedTime(begin).TotalSeconds;

        async Task CallAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await call();
            }
        }
    }

    /// <summary>Calls all contestants in turns until their code is fully optimized.</summary>
    public static async Task WarmUpAsync(IReadOnlyList<Func<Task>> calls, TimeSpan time)
    {
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time;)
        {
            foreach (var call in calls)
            {
                for (var i = 0; i < 20; i++)
                {
                    await call();
                }
            }
        }
    }
}
