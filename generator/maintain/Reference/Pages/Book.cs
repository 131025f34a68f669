using System.Globalization;
using GenAuth.Build;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain.Reference;

/// <summary>All pages of the reference.</summary>
internal sealed class Book(ApiDocument document, LockedNames lockedNames)
{
    private static readonly string[] CodeTypes = ["StatusCode", "ApiCode"];
    private readonly ApiNames _names = new(lockedNames);

    // A document that is not the service's may have none.
    private List<string> Codes => [.. CodeTypes.Where(name => document.Schemas.Any(schema => schema.Name == name))];

    public IReadOnlyList<Page> Pages()
    {
        var operations = ApiReader.Read(document, lockedNames.All).Operations.Select(operation => new ApiOperation(document, _names, operation)).OrderBy(operation => operation.Page, StringComparer.Ordinal).ToList();
        var types = document.Schemas.Select(schema => new Schema(document, _names, new JObject { ["$ref"] = ApiDocument.SchemaPrefix + schema.Name })).ToList();
        var clients = operations.GroupBy(operation => operation.Client).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        var tags = (document.Root["tags"] as JArray ?? []).DistinctBy(tag => (string?)tag["name"]).ToDictionary(tag => (string)tag["name"]!, tag => (string?)tag["description"] ?? string.Empty);
        var sample = new CallSample(new KnownTexts(document));
        var users = new TypeUsers(operations, types);
        return Distinct(
        [
            Start(clients.ToDictionary(client => client.Key, client => client.Count()), types.Count),
            .. clients.Select(client => ClientPage.Write(client.Key, [.. client], tags)),
            .. operations.Select(operation => new OperationPage(operation, sample, Codes).Write()),
            new Page($"{Page.Models}/README.md", $"# Types\n\n{string.Concat(types.Select(type => $"- {Markdown.Link(type.Name!, $"{PageName.Of(type.Name!)}.md")}\n"))}"),
            .. types.Select(type => ModelPage.Write(type, users.Of(type.Name!))),
        ]);
    }

    /// <summary>One file for two pages would lose one of them; some systems do not tell apart letters by their case.</summary>
    private static IReadOnlyList<Page> Distinct(IReadOnlyList<Page> pages) =>
        pages.GroupBy(page => page.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new UsageException($"Two pages would have the file name {twice.Key}. Rename one of the types or methods.")
            : pages;

    private Page Start(Dictionary<string, int> clients, int types)
    {
        var title = $"{(string?)document.Root["info"]?["title"]} {(string?)document.Root["info"]?["version"]} for C#";
        var links = clients.Select(client => $"- {Markdown.Link(client.Key, $"{ApiOperation.Folder(client.Key)}/README.md")}: {client.Value.ToString(CultureInfo.InvariantCulture)} operations\n");
        return new Page("README.md", $"# {Markdown.Text(title)}\n\n{Markdown.Text((string?)document.Root["info"]?["description"] ?? string.Empty)}\n\n{string.Concat(links)}"
            + $"- {Markdown.Link("Types", $"{Page.Models}/README.md")}: {types.ToString(CultureInfo.InvariantCulture)}\n"
            + string.Concat(Codes.Select(name => $"- {Markdown.Link(name, $"{Page.Models}/{name}.md")}: each value, its meaning, the exception, what to do\n")));
    }
}
