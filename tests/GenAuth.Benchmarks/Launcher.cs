using System.Diagnostics;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks;

/// <summary>Starts the stub on one core and the measuring on the other, each a process of its own.</summary>
internal static class Launcher
{
    public const string Work = "work";

    public static int Run(string mode)
    {
        var begin = Stopwatch.GetTimestamp();
        Console.WriteLine($"dotnet run -c Release --project tests/GenAuth.Benchmarks -- {mode}");
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        using var stub = StubProcess.Start();
        using var work = Pinning.Start(core: 0, Self.With(Work, mode, stub.Address.AbsoluteUri));
        work.WaitForExit();
        Console.WriteLine();
        Console.WriteLine($"{Stopwatch.GetElapsedTime(begin).TotalSeconds:F0} s");
        return work.ExitCode;
    }
}
