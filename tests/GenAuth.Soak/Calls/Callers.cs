using System.Diagnostics;
using GenAuth.Soak.Plan;

namespace GenAuth.Soak.Calls;

/// <summary>The concurrent callers; each makes one call after the other.</summary>
internal sealed class Callers(SoakOptions options, SoakClients clients, Tally tally)
{
    private int _next = -1;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, options.Callers).Select(_ => Task.Run(CallAsync)));

    private async Task CallAsync()
    {
        for (int number; (number = Interlocked.Increment(ref _next)) < options.Calls;)
        {
            await CallAsync(number, CallPlan.Create(options.Seed, number));
        }
    }

    private async Task CallAsync(int number, CallPlan plan)
    {
        using var cancellation = plan.CancelAfter is { } wait ? new CancellationTokenSource(wait) : new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        Exception? failure = null;
        IEnumerable<string?> texts;
        Outcome outcome;
        tally.Begin(number);
        try
        {
            texts = await clients.CallAsync(plan, number, cancellation.Token);
            outcome = Outcome.Success;
        }
        catch (Exception exception)
        {
            // Every exception is checked.
            failure = exception;
            texts = OutcomeOf.RequestId(exception) is { } text ? [text] : [];
            outcome = OutcomeOf.Failure(exception, cancellation.Token);
        }

        var time = Stopwatch.GetElapsedTime(began);
        tally.End(number, plan.Fault, outcome);
        Check(number, plan, outcome, failure, texts, time);
    }

    private void Check(int number, CallPlan plan, Outcome outcome, Exception? failure, IEnumerable<string?> texts, TimeSpan time)
    {
        var expected = Expectation.Create(plan).Outcome;
        if (outcome != expected && !(outcome == Outcome.Cancelled && plan.CancelAfter is not null))
        {
            tally.Problem("unexplained", $"{CallPlan.TextOf(number)}: {plan}: expected {expected}, got {outcome} after {time.TotalMilliseconds:F0} ms: {failure}");
        }

        if (texts.Where(text => text != CallPlan.TextOf(number)).ToList() is [var other, ..])
        {
            tally.Problem("swapped", $"{CallPlan.TextOf(number)}: {plan}: the response is that of '{other}'.");
        }

        if (time > (plan.Options == OwnOptions.ShortTimeout ? Limits.ShortCall : Limits.Call) + Limits.Grace)
        {
            tally.Problem("late", $"{CallPlan.TextOf(number)}: {plan}: {outcome} after {time.TotalSeconds:F1} s.");
        }
    }
}
