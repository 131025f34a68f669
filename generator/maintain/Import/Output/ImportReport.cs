using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Output;

/// <summary>What the import changed, what a maintainer has to decide, and what it left out.</summary>
internal sealed class ImportReport
{
    private readonly HashSet<(QuestionKind, string)> _asked = [];

    public List<Change> Changes { get; } = [];

    public List<Question> Questions { get; } = [];

    public List<Note> Notes { get; } = [];

    public void AddChange(string place, string what) => Changes.Add(new(place, what));

    /// <summary>Adds a question, unless the same question about the place was added before.</summary>
    public void AddQuestion(QuestionKind kind, string place, string reason, string proposal, string? published = null)
    {
        if (_asked.Add((kind, place)))
        {
            Questions.Add(new(kind, place, reason, proposal, published));
        }
    }

    /// <summary>Removes a question that has been decided.</summary>
    public void RemoveQuestion(QuestionKind kind, string place) => Questions.RemoveAll(item => item.Kind == kind && item.Place == place);

    public void AddNote(string place, string what) => Notes.Add(new(place, what));

    /// <summary>The report for <c>--decisions</c> and other programs. It includes the service's own texts, which the document cannot contain.</summary>
    public JObject ToJson() => new()
    {
        ["changes"] = new JArray(Changes.Select(change => new JObject { ["place"] = change.Place, ["what"] = change.What })),
        ["undecided"] = new JArray(Questions.Select(item => new JObject
        {
            ["kind"] = item.Kind.ToString().ToLowerInvariant(),
            ["place"] = item.Place,
            ["reason"] = item.Reason,
            ["proposal"] = item.Proposal,
            ["published"] = item.Published,
            ["decision"] = null,
        })),
        ["notes"] = new JArray(Notes.Select(note => new JObject { ["place"] = note.Place, ["what"] = note.What })),
    };
}

internal sealed record Change(string Place, string What);

/// <summary>A question for a maintainer. Until it is decided, the document contains the proposal.</summary>
internal sealed record Question(QuestionKind Kind, string Place, string Reason, string Proposal, string? Published);

internal sealed record Note(string Place, string What);
