using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Quick;

/// <summary>The table of ratios to the bare client, in about four minutes.</summary>
internal static class QuickTable
{
    private const int Callers = 32;
    private const int UsersOnPage = 50;

    // The compiler optimizes on the core of the client: after 6 seconds the larger contestants still run code that is not optimized.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Uri address)
    {
        var field = Field.On(address);
        await Check.AllAsync(field, UsersOnPage);
        Console.WriteLine(Row.Header(field.Select(contestant => contestant.Name)));

        List<Func<Task>> calls = [.. field.Select(contestant => (Func<Task>)contestant.GetAuthInfoAsync)];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync("get-alipay-authinfo, one at a time", "µs", 60, calls, call => Measure.TimeAsync(call, 150), goal: 1.04);
        await PrintAsync("… allocated per call", "B", 5, calls, call => Measure.AllocationAsync(call, 500), goal: 1.15);
        await PrintAsync(
            $"… {Callers} callers at once, throughput", "calls/s", 25, calls, call => Measure.ThroughputAsync(call, Callers, 2000), goal: 0.97, isMoreBetter: true);

        calls = [.. field.Select(contestant => (Func<Task>)(() => contestant.ListUsersAsync(UsersOnPage)))];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync($"list-users, {UsersOnPage} users, one at a time", "µs", 20, calls, call => Measure.TimeAsync(call, 15), goal: 1.00);
        await PrintAsync("… allocated per call", "B", 5, calls, call => Measure.AllocationAsync(call, 40));

        calls = [.. Field.On(StubResponses.Page(UsersOnPage)).Select(contestant => (Func<Task>)contestant.ReadUsersAsync)];
        await Measure.WarmUpAsync(calls, WarmUp);
        await PrintAsync($"a page of {UsersOnPage} users, decode only", "µs", 40, calls, call => Measure.TimeAsync(call, 20), goal: 0.70);
        await PrintAsync("… allocated", "B", 5, calls, call => Measure.AllocationAsync(call, 50), goal: 0.95);
        await SignedBody.PrintAsync(WarmUp);
        await PrintEqualRequestsAsync(address);
    }

    /// <summary>Compares the SDK with a bare client that sends the same headers, which are most of the cost of a small call.</summary>
    private static async Task PrintEqualRequestsAsync(Uri address)
    {
        List<Contestant> field =
        [
            new BareClient(address, Contestant.CreateHttpClient(), SdkClient.CreateAuthentication(address, null).Transport.FixedHeaders),
            new SdkClient(address),
        ];
        List<Func<Task>> calls = [.. field.Select(contestant => (Func<Task>)contestant.GetAuthInfoAsync)];
        await Measure.WarmUpAsync(calls, WarmUp);
        Console.WriteLine();
        Console.WriteLine(Row.Header(field.Select(contestant => contestant.Name)));
        await PrintAsync("get-alipay-authinfo, one at a time", "µs", 60, calls, call => Measure.TimeAsync(call, 150));
        await PrintAsync($"… {Callers} callers at once, throughput", "calls/s", 25, calls, call => Measure.ThroughputAsync(call, Callers, 2000), isMoreBetter: true);
    }

    private static async Task PrintAsync(
        string title, string unit, int rounds, List<Func<Task>> calls, Func<Func<Task>, Task<double>> measure, double? goal = null, bool isMoreBetter = false)
    {
        var measures = calls.Select(call => (Func<Task<double>>)(() => measure(call))).ToList();
        Console.WriteLine(new Row(title, unit, await Rounds.RunAsync(rounds, measures), goal, isMoreBetter));
    }
}
