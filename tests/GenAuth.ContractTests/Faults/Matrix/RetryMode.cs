namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>Whether the client retries, and whether a retry succeeds.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="MaxRetries">The client's setting.</param>
/// <param name="Failures">The number of requests that the server fails.</param>
internal sealed record RetryMode(string Name, int MaxRetries, int Failures)
{
    public static IReadOnlyList<RetryMode> All { get; } =
    [
        new("off", 0, int.MaxValue),
        new("on, fails once", 2, 1),
        new("on, fails always", 2, int.MaxValue),
    ];

    public static RetryMode Get(string name) => All.Single(retries => retries.Name == name);
}
