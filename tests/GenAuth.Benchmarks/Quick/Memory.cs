using System.Diagnostics;
using System.Globalization;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Support;
using GenAuth.Tests.Shared;

namespace GenAuth.Benchmarks.Quick;

/// <summary>The peak memory of a process in which 256 callers read pages of 50 users at once. A process per figure, in turns.</summary>
internal static class Memory
{
    public const string Command = "memory";

    private const int Callers = 256;
    private const int Calls = 4;

    public static async Task RunAsync(Uri address)
    {
        Console.WriteLine(Row.Header(Field.Names));
        var measures = Field.Names.Select(name => (Func<Task<double>>)(() =>
        {
            var output = Self.Run(Command, name, address.AbsoluteUri);
            return Task.FromResult(double.Parse(output, CultureInfo.InvariantCulture));
        }));
        Console.WriteLine(new Row($"{Callers} callers, 50 users each, largest working set", "MB", await Rounds.RunAsync(3, [.. measures])));
    }

    /// <summary>The child process: makes all calls and prints the peak in megabytes.</summary>
    public static async Task<int> MeasureAsync(string name, Uri address)
    {
        var contestant = Field.Create(name, address);
        await Measure.ThroughputAsync(() => contestant.ListUsersAsync(50), Callers, Callers * Calls);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / 1e6).ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
