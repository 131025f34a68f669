namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>Whether the client may send again, and whether that helps.</summary>
/// <param name="Name">As the table names it.</param>
/// <param name="MaxRetries">The client's setting.</param>
/// <param name="Failures">How many requests the server treats badly.</param>
internal sealed record Repetitions(string Name, int MaxRetries, int Failures)
{
    public static IReadOnlyList<Repetitions> All { get; } =
    [
        new("off", 0, int.MaxValue),
        new("on, fails once", 2, 1),
        new("on, fails always", 2, int.MaxValue),
    ];

    public static Repetitions Of(string name) => All.Single(repetitions => repetitions.Name == name);
}
