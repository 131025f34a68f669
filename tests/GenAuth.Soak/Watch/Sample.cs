using System.Diagnostics;

namespace GenAuth.Soak.Watch;

/// <summary>What the process holds at a moment in the middle of its calls.</summary>
/// <param name="Calls">That had ended by then.</param>
/// <param name="Heap">Bytes of living objects, right after a full collection.</param>
/// <param name="WorkingSet">Bytes.</param>
/// <param name="Threads">All of the process.</param>
internal sealed record Sample(int Calls, long Heap, long WorkingSet, int Threads)
{
    public static Sample Take(int calls)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        using var process = Process.GetCurrentProcess();
        return new(calls, GC.GetTotalMemory(forceFullCollection: false), process.WorkingSet64, process.Threads.Count);
    }
}
