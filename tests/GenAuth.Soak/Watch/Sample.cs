using System.Diagnostics;

namespace GenAuth.Soak.Watch;

/// <summary>The memory and threads of the process at a moment during its calls.</summary>
/// <param name="Calls">The number of ended calls.</param>
/// <param name="Heap">The bytes of live objects after a full collection.</param>
/// <param name="WorkingSet">The working set in bytes.</param>
/// <param name="Threads">The number of threads of the process.</param>
internal sealed record Sample(int Calls, long Heap, long WorkingSet, int Threads)
{
    public static Sample Take(int calls)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return new(calls, GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.Threads.Count);
    }
}
