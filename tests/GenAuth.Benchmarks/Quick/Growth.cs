using System.Globalization;
using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Quick;

/// <summary>How the time of decoding grows with the page. More than proportional growth would mean repeated work for each user.</summary>
internal static class Growth
{
    private static readonly int[] Pages = [1, 10, 100, 1_000, 10_000];

    public static async Task RunAsync(Uri address)
    {
        Console.WriteLine(Row.Header(Field.On(address).Select(contestant => contestant.Name)));
        var perUser = new List<string>();
        foreach (var users in Pages)
        {
            List<Func<Task>> calls = [.. Field.On(StubResponses.Page(users)).Select(contestant => (Func<Task>)contestant.ReadUsersAsync)];
            await Measure.WarmUpAsync(calls, TimeSpan.FromSeconds(users == Pages[0] ? 5 : 1));
            var each = Math.Max(1, 500 / users);
            var times = await MeasureAsync(users > 1_000 ? 7 : 15, calls, call => Measure.TimeAsync(call, each));
            var bytes = await MeasureAsync(3, calls, call => Measure.AllocationAsync(call, each));
            Console.WriteLine(new Row(Title(users, "time"), "µs", times));
            Console.WriteLine(new Row(Title(users, "allocated"), "B", bytes));
            perUser.Add(string.Create(CultureInfo.InvariantCulture,
                $"| {users:N0} | {Rounds.Median(times[0]) / users:N1} µs | {Rounds.Median(times[2]) / users:N1} µs | {Rounds.Median(bytes[2]) / users:N0} B |"));
        }

        Console.WriteLine();
        Console.WriteLine("| users | bare client, per user | this SDK, per user | allocated by it, per user |\n|---|---|---|---|");
        perUser.ForEach(Console.WriteLine);
    }

    private static Task<double[][]> MeasureAsync(int rounds, List<Func<Task>> calls, Func<Func<Task>, Task<double>> measure) =>
        Rounds.RunAsync(rounds, [.. calls.Select(call => (Func<Task<double>>)(() => measure(call)))]);

    private static string Title(int users, string what) => string.Create(CultureInfo.InvariantCulture, $"decode {users:N0} users, {what}");
}
