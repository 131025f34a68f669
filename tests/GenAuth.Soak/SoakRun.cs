using System.Diagnostics;
using System.Globalization;
using GenAuth.Soak.Calls;
using GenAuth.Soak.Stub;
using GenAuth.Soak.Watch;
using GenAuth.Tests.Shared;

namespace GenAuth.Soak;

/// <summary>A run: stub, callers, monitor and report.</summary>
internal static class SoakRun
{
    public static async Task<int> RunAsync(SoakOptions options)
    {
        using var stub = StubProcess.Start(start => Process.Start(start)!, SoakServer.Command, Text(options.Calls), Text(options.Seed));
        var tally = new Tally(options.Calls);
        using var unobserved = new UnobservedExceptions(tally);
        using var monitor = new Watch.Monitor(options, stub.Address, tally);
        var begin = Stopwatch.GetTimestamp();
        var haveAllEnded = await monitor.WatchAsync(new Callers(options, new SoakClients(stub.Address), tally).RunAsync());
        var time = Stopwatch.GetElapsedTime(begin);
        var state = await monitor.EndAsync();
        UnobservedExceptions.Collect();

        var checks = Checks.Create(options, tally, state, monitor.Samples, time).ToList();
        Report.Print(options, tally, state, monitor.Samples, checks, time);
        return haveAllEnded && checks.All(check => check.IsMet) ? 0 : 1;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
