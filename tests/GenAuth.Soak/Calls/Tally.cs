using GenAuth.Soak.Plan;

namespace GenAuth.Soak.Calls;

/// <summary>How the calls ended. Its size does not change during a run.</summary>
internal sealed class Tally
{
    /// <summary>The number of problems of each kind that are described in detail.</summary>
    private const int DescribedPerKind = 5;

    private const int NotBegun = -2;
    private const int Begun = -1;
    private const int Over = 1;

    private readonly int[] _ends;
    private readonly Outcome[] _outcomes;
    private readonly int[,] _counts = new int[Enum.GetValues<Fault>().Length, Enum.GetValues<Outcome>().Length];
    private readonly Dictionary<string, List<string>> _problems = [];
    private readonly Dictionary<string, int> _problemCounts = [];
    private int _ended;

    public Tally(int calls)
    {
        _ends = new int[calls];
        _outcomes = new Outcome[calls];

        // Writes every element, because the system allocates pages on the first write and the working set would otherwise grow during the run.
        Array.Fill(_ends, NotBegun);
        Array.Fill(_outcomes, Outcome.Other);
    }

    public int Ended => Volatile.Read(ref _ended);

    public void Begin(int number) => Interlocked.CompareExchange(ref _ends[number], Begun, NotBegun);

    public void End(int number, Fault fault, Outcome outcome)
    {
        if (Interlocked.CompareExchange(ref _ends[number], Over, Begun) != Begun)
        {
            Problem("doubled", $"{CallPlan.TextOf(number)} ended more than once, or was never begun.");
        }

        _outcomes[number] = outcome;
        Interlocked.Increment(ref _counts[(int)fault, (int)outcome]);
        Interlocked.Increment(ref _ended);
    }

    public Outcome OutcomeOf(int number) => _outcomes[number];

    public int Count(Fault fault, Outcome outcome) => _counts[(int)fault, (int)outcome];

    public IEnumerable<int> NotEnded() => Enumerable.Range(0, _ends.Length).Where(number => Volatile.Read(ref _ends[number]) != Over);

    public void Problem(string kind, string description)
    {
        lock (_problems)
        {
            _problemCounts[kind] = _problemCounts.GetValueOrDefault(kind) + 1;
            if (!_problems.TryGetValue(kind, out var described))
            {
                _problems[kind] = described = [];
            }

            if (described.Count < DescribedPerKind)
            {
                described.Add(description);
            }
        }
    }

    /// <summary>Counts the problems of each kind and records the first ones.</summary>
    public (int Count, IReadOnlyList<string> Described) Problems(string kind)
    {
        lock (_problems)
        {
            return (_problemCounts.GetValueOrDefault(kind), _problems.TryGetValue(kind, out var described) ? [.. described] : []);
        }
    }
}
