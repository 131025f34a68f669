using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>A report of an import in which a maintainer has filled in decisions.</summary>
internal sealed class DecisionFile
{
    private const string Remedy = "Name a report that import has written with --report.";

    private DecisionFile(IReadOnlyList<Decision> decisions) => All = decisions;

    public static DecisionFile Empty { get; } = new([]);

    /// <summary>The decisions in the order of the file.</summary>
    public IReadOnlyList<Decision> All { get; }

    public static DecisionFile Read(string file)
    {
        var root = Parse(file);
        var items = root["undecided"] as JArray ?? throw new UsageException($"{file}: has no list 'undecided'. {Remedy}");
        return new([.. items.Where(item => (item as JObject)?["decision"] is not (null or { Type: JTokenType.Null })).Select(item => Create(file, (JObject)item))]);
    }

    /// <summary>Whether to delete something that the service no longer has; <see langword="null"/> without a decision.</summary>
    public bool? ForRemoval(string place) => All.FirstOrDefault(decision => decision.Kind is QuestionKind.Removed or QuestionKind.Rename && decision.Place == place) switch
    {
        null => null,
        { AcceptsProposal: true } => false,
        { Kind: QuestionKind.Removed } decision => decision.OneOf("delete", "keep") == "delete",
        var decision => decision.Text == "delete",
    };

    private static JObject Parse(string file)
    {
        try
        {
            return ApiDocument.Parse(file) as JObject ?? throw new UsageException($"{file}: is not a JSON object. {Remedy}");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{file}: is not valid JSON: {exception.Message} Correct the line.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{file}: cannot be read: {exception.Message} {Remedy}");
        }
    }

    private static Decision Create(string file, JObject item)
    {
        var kind = item["kind"].Text() ?? string.Empty;
        return item["place"].Text() is { } place && kind.All(char.IsAsciiLetterLower) && Enum.TryParse<QuestionKind>(kind, ignoreCase: true, out var question)
            ? new(file, question, place, item["proposal"].Text(), item["decision"]!)
            : throw new UsageException($"{OpenApiReader.Location(file, item)}: the entry has no place, or an unknown kind '{kind}'. Copy both from the report that import has written.");
    }
}

/// <summary>The decision on one question of a report.</summary>
/// <param name="File">The report.</param>
/// <param name="Kind">The kind of the question.</param>
/// <param name="Place">The place in the document.</param>
/// <param name="Proposal">The proposal of the report.</param>
/// <param name="Value">The decision; <c>true</c> accepts the proposal.</param>
internal sealed record Decision(string File, QuestionKind Kind, string Place, string? Proposal, JToken Value)
{
    public bool AcceptsProposal => Value.IsTrue();

    /// <summary>The decision as a text; anything else is refused.</summary>
    public string Text => Value.Text() is { Length: > 0 } text ? text : throw CreateError("is not a text");

    /// <summary>The decision, which must be one of the given values.</summary>
    public string OneOf(params string[] values) =>
        values.Contains(Value.Text()) ? Value.Text()! : throw CreateError($"is not one of: {string.Join(", ", values)}");

    public UsageException CreateError(string reason) =>
        new($"{OpenApiReader.Location(File, Value)}: the decision {Value.ToJson()} on {Kind.ToString().ToLowerInvariant()} {Place} {reason}. Correct it, or set it to null.");

    public UsageException CreateUnknownPlaceError() =>
        new($"{OpenApiReader.Location(File, Value)}: the document has no place {Place} for a decision on {Kind.ToString().ToLowerInvariant()}. Correct the place, or set the decision to null.");
}
