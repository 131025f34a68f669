using GenAuth.Maintain.Import.Decisions;
using GenAuth.Maintain.Import.Facts;
using GenAuth.Maintain.Import.Output;

namespace GenAuth.Maintain.Import.Merge;

/// <summary>
/// Parts of the document that the service no longer has. Users may depend on them, so they are deleted only with <c>--remove</c> or by a
/// decision, and never when a row of <c>DEVIATIONS.md</c> covers them.
/// </summary>
internal sealed class Removals(bool remove, Deviations deviations, DecisionFile decisions, ImportReport report)
{
    private readonly List<Removal> _all = [];

    /// <param name="place">The place in the notation of <c>facts.txt</c>.</param>
    /// <param name="what">The kind of part: operation, parameter, body, member, value, type.</param>
    /// <param name="own">Its description in the document, which rows of <c>DEVIATIONS.md</c> are compared with.</param>
    /// <param name="delete">Deletes it.</param>
    /// <param name="renamed">The similar name that the service has instead.</param>
    public void Add(string place, string what, string own, Action delete, string? renamed = null)
    {
        if (!deviations.Covers(place, Deviations.Absent, own))
        {
            _all.Add(new(place, what, delete, renamed));
        }
    }

    /// <summary>Cancels a removal, because a decision has moved the part.</summary>
    public void Cancel(string place) => _all.RemoveAll(removal => removal.Place == place);

    public void Apply()
    {
        foreach (var removal in _all.ToList())
        {
            Apply(removal);
        }

        _all.Clear();
    }

    private void Apply(Removal removal)
    {
        var decision = decisions.ForRemoval(removal.Place);
        if (decision ?? remove)
        {
            removal.Delete();
            report.AddChange(removal.Place, $"{removal.What} removed");
        }
        else if (decision is null && removal.Renamed is { } name)
        {
            report.AddQuestion(QuestionKind.Rename, removal.Place, $"the service no longer has this {removal.What}, and has a {removal.What} of the same type under a similar name", name);
        }
        else if (decision is null)
        {
            var reason = removal.What == "type" ? "no operation uses this type" : $"the service no longer has this {removal.What}";
            report.AddQuestion(QuestionKind.Removed, removal.Place, reason, "stays; --remove deletes it, a row in DEVIATIONS.md keeps it");
        }
    }

    private sealed record Removal(string Place, string What, Action Delete, string? Renamed);
}
