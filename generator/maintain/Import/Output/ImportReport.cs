namespace GenAuth.Maintain.Import.Output;

/// <summary>What the import did, what it could not decide, and what it left out.</summary>
internal sealed class ImportReport
{
    public List<Change> Changes { get; } = [];

    public List<Undecided> Undecided { get; } = [];

    public List<Note> Notes { get; } = [];

    public void Changed(string place, string what) => Changes.Add(new(place, what));

    public void Ask(Question kind, string place, string reason, string proposal, string? published = null) => Undecided.Add(new(kind, place, reason, proposal, published));

    public void Note(string place, string what) => Notes.Add(new(place, what));
}

internal sealed record Change(string Place, string What);

/// <summary>Something for a person to decide. The proposal is what the document says until then.</summary>
internal sealed record Undecided(Question Kind, string Place, string Reason, string Proposal, string? Published);

internal sealed record Note(string Place, string What);
