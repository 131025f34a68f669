using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Quick;

/// <summary>The table of ratios to the bare client, in less than two minutes.</summary>
internal static class QuickTable
{
    private const int Callers = 32;
    private const int UsersOnPage = 50;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    public static async Task RunAsync(Uri address)
    {
        var field = Field.On(address);
        await Check.AllAsync(field, UsersOnPage);
        Console.WriteLine(Row.Header(field.Select(contestant => contestant.Name)));

        List<Func<Task>> calls = [.. field.Select(contestant => (Func<Task>)contestant.GetAuthInfoAsync)];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync("get-alipay-authinfo, one at a time", "µs", 60, calls, call => Measure.TimeAsync(call, 150), goal: 1.05);
        await PrintAsync("… allocated per call", "B", 5, calls, call => Measure.AllocationAsync(call, 500), goal: 1.30);
        await PrintAsync(
            $"… {Callers} callers at once, throughput", "calls/s", 25, calls, call => Measure.ThroughputAsync(call, Callers, 2000), goal: 0.97, isMoreBetter: true);

        calls = [.. field.Select(contestant => (Func<Task>)(() => contestant.ListUsersAsync(UsersOnPage)))];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync($"list-users, {UsersOnPage} users, one at a time", "µs", 20, calls, call => Measure.TimeAsync(call, 15));
        await PrintAsync("… allocated per call", "B", 5, calls, call => Measure.AllocationAsync(call, 40));

        calls = [.. Field.On(Answers.Page(UsersOnPage)).Select(contestant => (Func<Task>)contestant.ReadUsersAsync)];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync($"a page of {UsersOnPage} users, decode only", "µs", 40, calls, call => Measure.TimeAsync(call, 20), goal: 1.25);
        await PrintAsync("… allocated", "B", 5, calls, call => Measure.AllocationAsync(call, 50), goal: 1.30);
        await SignedBody.PrintAsync(WarmUp);
    }

    private static async Task PrintAsync(
        string title, string unit, int rounds, List<Func<Task>> calls, Func<Func<Task>, Task<double>> measure, double? goal = null, bool isMoreBetter = false)
    {
        var measures = calls.Select(call => (Func<Task<double>>)(() => measure(call))).ToList();
        Console.WriteLine(new Row(title, unit, await Rounds.RunAsync(rounds, measures), goal, isMoreBetter));
    }
}
