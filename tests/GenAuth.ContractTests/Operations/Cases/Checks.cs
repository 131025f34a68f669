namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The checks of one operation. Each is counted, and a failed one does not stop the others.</summary>
internal sealed class Checks(string operation)
{
    private readonly List<string> _problems = [];

    public int Count { get; private set; }

    public IReadOnlyList<string> Problems => _problems;

    public void That(string check, IEnumerable<string> problems)
    {
        Count++;
        _problems.AddRange(problems.Select(problem => $"{operation}: {check}: {problem}"));
    }

    public void Equal<T>(string check, T expected, T actual) =>
        That(check, EqualityComparer<T>.Default.Equals(expected, actual) ? [] : [$"found <{actual}> instead of <{expected}>"]);

    /// <summary>A step that must not throw.</summary>
    public async Task StepAsync(string step, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (Exception exception)
        {
            That(step, [exception.ToString()]);
        }
    }
}
