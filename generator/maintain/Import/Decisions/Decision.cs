using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>One answered question of a report.</summary>
/// <param name="File">The report.</param>
/// <param name="Kind">The kind of the question.</param>
/// <param name="Place">The place that it asks about.</param>
/// <param name="Proposal">The proposal of the report.</param>
/// <param name="Value">The answer; <c>true</c> accepts the proposal.</param>
internal sealed record Decision(string File, Question Kind, string Place, string? Proposal, JToken Value)
{
    public bool AcceptsProposal => Value.IsTrue();

    /// <summary>The answer as a text.</summary>
    public string Text => Value.Text() is { Length: > 0 } text ? text : throw Refuse("is not a text");

    /// <summary>The answer, which has to be one of the values.</summary>
    public string OneOf(params string[] values) =>
        values.Contains(Value.Text()) ? Value.Text()! : throw Refuse($"is not one of: {string.Join(", ", values)}");

    public UsageException Refuse(string reason) =>
        new($"{OpenApiReader.Location(File, Value)}: the decision {Value.ToJson()} on {Kind.ToString().ToLowerInvariant()} {Place} {reason}. Correct it, or set it to null.");

    public UsageException RefusePlace() =>
        new($"{OpenApiReader.Location(File, Value)}: the document has no place {Place} for a decision on {Kind.ToString().ToLowerInvariant()}. Correct the place, or set the decision to null.");
}
