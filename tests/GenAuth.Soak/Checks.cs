using GenAuth.Soak.Calls;
using GenAuth.Soak.Plan;
using GenAuth.Soak.Stub;
using GenAuth.Soak.Watch;

namespace GenAuth.Soak;

/// <summary>The checks at the end of a run.</summary>
internal static class Checks
{
    private const double MiB = 1024 * 1024;

    /// <summary>If calls blocked threads there would be hundreds; on a busy machine the thread pool adds some by itself.</summary>
    private const int Threads = 64;

    /// <summary>The tolerated growth of a constant heap, for objects in use at the moment.</summary>
    private const double Growth = 1.10;

    public static IEnumerable<Check> Create(SoakOptions options, Tally tally, StubState stub, IReadOnlyList<Sample> samples, TimeSpan time)
    {
        var lost = tally.NotEnded().ToList();
        CountAttempts(options, tally, stub);
        return
        [
            new("no response lost", $"{options.Calls - lost.Count:N0} of {options.Calls:N0} calls ended", lost.Count == 0, [.. lost.Take(5).Select(CallPlan.TextOf)]),
            Without(tally, "no call ended twice", "doubled"),
            Without(tally, "no response or header swapped", "swapped", stub.StrayHeaders),
            Without(tally, "no outcome unexplained", "unexplained"),
            Without(tally, "each call sent as often as it may be", "attempts"),
            Without(tally, "no write done twice", "written twice"),
            Without(tally, "no call beyond its time", "late"),
            Without(tally, "no exception unobserved", "unobserved"),
            Check.AtMost("management tokens", stub.Tokens, TokensAtMost(options, time)),
            .. Memory(samples),
            Check.AtMost("threads", samples.Select(sample => sample.Threads).DefaultIfEmpty().Max(), Threads),
            // One connection is that of the monitor.
            Check.AtMost("connections at once", stub.MostConnections - 1, 2 * options.Callers),
            Check.AtMost("connections left open", stub.Connections - 1, 0),
        ];
    }

    private static Check Without(Tally tally, string name, string kind, int more = 0)
    {
        var (count, described) = tally.Problems(kind);
        return new(name, $"{count + more:N0}", count + more == 0, described);
    }

    /// <summary>Compares the number of requests of each call with the expected one.</summary>
    private static void CountAttempts(SoakOptions options, Tally tally, StubState stub)
    {
        for (var number = 0; number < options.Calls; number++)
        {
            var plan = CallPlan.Create(options.Seed, number);
            var (expected, seen) = (Expectation.Create(plan).Attempts, stub.Attempts[number]);
            if (tally.OutcomeOf(number) == Outcome.Cancelled ? seen > expected : seen != expected)
            {
                tally.Problem("attempts", $"{CallPlan.TextOf(number)}: {plan}: {tally.OutcomeOf(number)}, sent {seen} times, not {expected}.");
            }

            // A request with a rejected token has no effect.
            if (plan.Operation.Safety == RetrySafety.Never && seen > (plan.Fault == Fault.RefusedToken ? 2 : 1))
            {
                tally.Problem("written twice", $"{CallPlan.TextOf(number)}: {plan}: sent {seen} times.");
            }
        }
    }

    /// <summary>One exchange for each lifetime, one for each rejected token, and one more for every third, which fails.</summary>
    private static double TokensAtMost(SoakOptions options, TimeSpan time)
    {
        var lives = 1 + Math.Ceiling(time / (Limits.TokenLife * 0.9));
        var refused = Enumerable.Range(0, options.Calls).Select(number => CallPlan.Create(options.Seed, number))
            .Where(plan => plan.Fault == Fault.RefusedToken).Sum(plan => plan.Lasts ? 2 : 1);
        return Math.Ceiling((lives + refused) * 1.5);
    }

    private static IEnumerable<Check> Memory(IReadOnlyList<Sample> samples)
    {
        if (samples.Count < 8)
        {
            return [new("memory flat", $"{samples.Count} samples, at least 8", false, ["Make more calls."])];
        }

        return
        [
            Flat("live objects", samples, sample => sample.Heap, slack: 4),
            Flat("working set", samples, sample => sample.WorkingSet, slack: 8),
        ];
    }

    /// <summary>Medians of the second and of the last quarter; the first quarter creates what is cached.</summary>
    private static Check Flat(string name, IReadOnlyList<Sample> samples, Func<Sample, long> value, double slack)
    {
        var quarter = samples.Count / 4;
        var second = Median(samples.Skip(quarter).Take(quarter).Select(value)) / MiB;
        var last = Median(samples.TakeLast(quarter).Select(value)) / MiB;
        return Check.AtMost($"{name}, last quarter after {second:N1} MiB in the second", last, (second * Growth) + slack, " MiB");
    }

    private static double Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
