using System.Diagnostics;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks;

/// <summary>Starts the stub on one core and the measurement on the other, each in its own process.</summary>
internal static class Launcher
{
    public const string Work = "work";

    /// <summary>For modes whose client uses all cores, so that the runtime's own threads do not compete with the calls.</summary>
    public const string Unpinned = " --unpinned";

    public static int Run(string mode)
    {
        var begin = Stopwatch.GetTimestamp();
        Console.WriteLine($"dotnet run -c Release --project tests/GenAuth.Benchmarks -- {mode}");
        Console.WriteLine($"{Machine.Describe()}, {Pinning.Describe()}");
        Console.WriteLine();
        using var stub = StubServer.Start();
        var start = Self.With(Work, mode, stub.Address.AbsoluteUri);
        using var work = mode.EndsWith(Unpinned, StringComparison.Ordinal) ? Process.Start(start)! : Pinning.Start(core: 0, start);
        work.WaitForExit();
        Console.WriteLine();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
        return work.ExitCode;
    }
}
