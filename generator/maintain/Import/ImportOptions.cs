using GenAuth.Maintain.Import.Decisions;

namespace GenAuth.Maintain.Import;

/// <param name="Remove">Whether to delete what the service no longer has.</param>
/// <param name="Clients">The client of each document; empty when the project's operations tell.</param>
/// <param name="Decisions">The decisions to write into the document.</param>
internal sealed record ImportOptions(bool Remove, IReadOnlyList<string> Clients, DecisionFile Decisions)
{
    public static ImportOptions Default { get; } = new(Remove: false, [], DecisionFile.Empty);
}
