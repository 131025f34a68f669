using System.Globalization;
using GenAuth.Build.Api;
using GenAuth.Build.Document;
using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Pages;
using GenAuth.Maintain.Reference.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>Creates all pages of the reference.</summary>
internal sealed class ReferenceGenerator(ApiDocument document, LockedNames lockedNames)
{
    private static readonly string[] CodeTypes = ["StatusCode", "ApiCode"];
    private readonly RequiredNames _names = new(lockedNames);

    // Other documents may lack these types.
    private List<string> Codes => [.. CodeTypes.Where(name => document.Schemas.Any(schema => schema.Name == name))];

    public IReadOnlyList<Page> CreatePages()
    {
        var model = ApiReader.Read(document, lockedNames.All);
        var operations = model.Operations.Select(operation => new DocumentedOperation(model, _names, operation)).OrderBy(operation => operation.Page, StringComparer.Ordinal).ToList();
        var types = document.Schemas.Select(schema => new Schema(document, _names, new JObject { ["$ref"] = ApiDocument.SchemaPrefix + schema.Name })).ToList();
        var clients = operations.GroupBy(operation => operation.Client).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var tags = (document.Root["tags"] as JArray ?? []).DistinctBy(tag => (string?)tag["name"]).ToDictionary(tag => (string)tag["name"]!, tag => (string?)tag["description"] ?? string.Empty);
        var sample = new CallSample(new SampleTexts(document));
        var usages = new TypeUsages(operations, types);
        return RequireDistinct(
        [
            StartPage(clients.ToDictionary(client => client.Key, client => client.Count()), types.Count),
            .. clients.Select(client => ClientPage.Write(client.Key, [.. client], tags)),
            .. operations.Select(operation => new OperationPage(operation, sample, Codes).Write()),
            new Page($"{Page.Models}/README.md", $"# Types\n\n{string.Concat(types.Select(type => $"- {Markdown.Link(type.Name!, $"{PageName.Create(type.Name!)}.md")}\n"))}"),
            .. types.Select(type => ModelPage.Write(type, usages.Get(type.Name!))),
        ]);
    }

    /// <summary>Rejects pages with the same file name. Some file systems ignore case.</summary>
    private static IReadOnlyList<Page> RequireDistinct(IReadOnlyList<Page> pages) =>
        pages.GroupBy(page => page.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } duplicate
            ? throw new UsageException($"Two pages would have the file name {duplicate.Key}. Rename one of the types or methods.")
            : pages;

    private Page StartPage(Dictionary<string, int> clients, int types)
    {
        var title = $"{(string?)document.Root["info"]?["title"]} {(string?)document.Root["info"]?["version"]} for C#";
        var links = clients.Select(client => $"- {Markdown.Link(client.Key, $"{DocumentedOperation.Folder(client.Key)}/README.md")}: {client.Value.ToString(CultureInfo.InvariantCulture)} operations\n");
        return new Page("README.md", $"# {Markdown.Text(title)}\n\n{Markdown.Text((string?)document.Root["info"]?["description"] ?? string.Empty)}\n\n{string.Concat(links)}"
            + $"- {Markdown.Link("Types", $"{Page.Models}/README.md")}: {types.ToString(CultureInfo.InvariantCulture)}\n"
            + string.Concat(Codes.Select(name => $"- {Markdown.Link(name, $"{Page.Models}/{name}.md")}: each value with its meaning, exception and remedy\n")));
    }
}
