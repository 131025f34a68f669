using GenAuth.Build;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Decisions;

/// <summary>A report of an import in which a person has filled in the decisions.</summary>
internal sealed class DecisionFile
{
    private DecisionFile(IReadOnlyList<Decision> decisions) => All = decisions;

    public static DecisionFile Empty { get; } = new([]);

    /// <summary>The answered questions, in the order of the file.</summary>
    public IReadOnlyList<Decision> All { get; }

    public static DecisionFile Read(string file)
    {
        var root = Parse(file);
        var items = root["undecided"] as JArray ?? throw new UsageException($"{file}: has no list 'undecided'. Name a report that import has written with --report.");
        return new([.. items.Where(item => (item as JObject)?["decision"] is not (null or { Type: JTokenType.Null })).Select(item => Create(file, (JObject)item))]);
    }

    /// <summary>Whether something that the service no longer has is deleted; <see langword="null"/> without a decision.</summary>
    public bool? ForRemoval(string place) => All.FirstOrDefault(decision => decision.Kind is Question.Gone or Question.Rename && decision.Place == place) switch
    {
        null => null,
        { AcceptsProposal: true } => false,
        { Kind: Question.Gone } decision => decision.OneOf("delete", "keep") == "delete",
        var decision => decision.Text == "delete",
    };

    private static JObject Parse(string file)
    {
        try
        {
            return ApiDocument.Parse(file) as JObject ?? throw new UsageException($"{file}: is not a JSON object. Name a report that import has written with --report.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{file}: is not valid JSON: {exception.Message} Correct the line.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"{file}: cannot be read: {exception.Message} Name a report that import has written with --report.");
        }
    }

    private static Decision Create(string file, JObject item)
    {
        var kind = item["kind"].Text() ?? string.Empty;
        return item["place"].Text() is { } place && kind.All(char.IsAsciiLetterLower) && Enum.TryParse<Question>(kind, ignoreCase: true, out var question)
            ? new(file, question, place, item["proposal"].Text(), item["decision"]!)
            : throw new UsageException($"{OpenApiReader.Location(file, item)}: the entry has no place, or an unknown kind '{kind}'. Take both from the report that import has written.");
    }
}
