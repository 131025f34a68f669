using GenAuth.Build.Document;
using GenAuth.Maintain.Import.Input;
using GenAuth.Maintain.Import.Output;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Import.Conventions;

/// <summary>Finds client and tag of a new operation: those of its path, else of its controller, else of its published tag.</summary>
internal sealed class OperationPlacement(Project project, PublishedApi api, PlaceholderText texts, ImportReport report)
{
    private readonly IReadOnlyList<(PublishedOperation Published, Operation Own)> _existing =
        [.. api.Operations.Where(operation => project.Operations.ContainsKey(operation.Key)).Select(operation => (operation.Value, project.Operations[operation.Key]))];

    private readonly HashSet<string> _names = project.Operations.Values.SelectMany(operation => new[] { operation.Name(), $"{operation.Owner()}_{operation.Value["x-csharp-name"].Text()}" }).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public (string Client, string Tag) FindClientAndTag(PublishedOperation source)
    {
        var path = project.Document.Operations.Where(operation => operation.Path.Name == source.Operation.Path.Name);
        var found = path.Select(operation => ((string, string)?)(operation.Owner(), operation.Tag)).FirstOrDefault()
            ?? MostFrequent(pair => pair.Published.Operation.Owner() == source.Operation.Owner() && source.Operation.Owner().Length > 0)
            ?? MostFrequent(pair => source.Node["tags"].Texts().Contains(pair.Published.Operation.Tag) && api.ClientOf(pair.Published) == api.ClientOf(source));
        return found ?? (api.ClientOf(source), CreateTag(source));
    }

    /// <summary>Creates an operationId whose C# name is unique too.</summary>
    public string CreateName(PublishedOperation source, string client)
    {
        var published = NameParts.Camel(source.Operation.Method());
        var fromPath = NameParts.Camel(source.Operation.Path.Name.Split('/').LastOrDefault(part => part.Length > 0 && part[0] != '{') ?? string.Empty);
        var candidates = new[] { published, fromPath, source.Operation.Verb.Name + NameParts.Pascal(fromPath) }.Where(name => name.Length > 0 && !char.IsDigit(name[0])).ToList();
        var name = candidates.Find(name => !_names.Contains($"{client}_{name}")) ?? NameParts.MakeUnique(candidates[^1], name => _names.Contains($"{client}_{name}"));
        if (name != published)
        {
            report.AddQuestion(QuestionKind.Name, $"{client}_{name}", $"the service calls {source.Operation.Route} {source.Operation.Name()}, which is taken or not a valid name", name);
        }

        _names.Add($"{client}_{name}");
        return $"{client}_{name}";
    }

    private (string, string)? MostFrequent(Func<(PublishedOperation Published, Operation Own), bool> matches) =>
        _existing.Where(matches).CountBy(pair => (pair.Own.Owner(), pair.Own.Tag)).OrderByDescending(place => place.Value).ThenBy(place => place.Key).Select(place => ((string, string)?)place.Key).FirstOrDefault();

    private string CreateTag(PublishedOperation source)
    {
        var words = NameParts.Split(source.Operation.Owner()).Where(word => word is not ("Management" or "Controller" or "V3" or "V")).ToList();
        var tag = words.Count == 0 ? "Other" : string.Join(' ', words);
        if (project.Document.Root["tags"] is JArray tags && !tags.Objects().Any(known => known["name"].Text() == tag))
        {
            tags.Add(new JObject { ["name"] = tag, ["description"] = texts.Draft(tag + " tag", null, $"Operations on {tag}") });
        }

        report.AddQuestion(QuestionKind.Tag, $"{tag} tag", $"no operation of the controller {source.Operation.Owner()} or of the published tag {string.Join(", ", source.Node["tags"].Texts().DefaultIfEmpty("none"))} is in the project", tag);
        return tag;
    }
}
