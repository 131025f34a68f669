namespace GenAuth.Maintain.Import.Output;

/// <summary>What the import changed, what a person has to decide, and what it left out.</summary>
internal sealed class ImportReport
{
    private readonly HashSet<(Question, string)> _asked = [];

    public List<Change> Changes { get; } = [];

    public List<Undecided> Undecided { get; } = [];

    public List<Note> Notes { get; } = [];

    public void Changed(string place, string what) => Changes.Add(new(place, what));

    /// <summary>Asks each question once, however often its reason occurs.</summary>
    public void Ask(Question kind, string place, string reason, string proposal, string? published = null)
    {
        if (_asked.Add((kind, place)))
        {
            Undecided.Add(new(kind, place, reason, proposal, published));
        }
    }

    /// <summary>Withdraws a question that has been decided.</summary>
    public void Decided(Question kind, string place) => Undecided.RemoveAll(item => item.Kind == kind && item.Place == place);

    public void Note(string place, string what) => Notes.Add(new(place, what));
}

internal sealed record Change(string Place, string What);

/// <summary>A question for a person. Until it is answered, the document holds the proposal.</summary>
internal sealed record Undecided(Question Kind, string Place, string Reason, string Proposal, string? Published);

internal sealed record Note(string Place, string What);
