using System.Diagnostics;

namespace GenAuth.Benchmarks.Support;

/// <summary>One core for the server and another for the client, so that neither takes time from the other.</summary>
internal static class Pinning
{
    public static bool IsPossible { get; } = Environment.ProcessorCount > 1 && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows());

    public static string Describe() => IsPossible ? "server and client pinned to one core each" : "not pinned";

    /// <summary>
    /// Starts a process that runs on one core, threads and garbage collector included. A child inherits the affinity of the
    /// thread that starts it, and only the main thread can be moved on Linux, so this must run on the main thread.
    /// </summary>
    public static Process Start(int core, ProcessStartInfo start)
    {
        Move(1 << core);
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("The process did not start.");
        }
        finally
        {
            Move((1 << Math.Min(Environment.ProcessorCount, 30)) - 1);
        }
    }

    private static void Move(int mask)
    {
        if (IsPossible && (OperatingSystem.IsLinux() || OperatingSystem.IsWindows()))
        {
            using var self = Process.GetCurrentProcess();
            self.ProcessorAffinity = mask;
        }
    }
}
