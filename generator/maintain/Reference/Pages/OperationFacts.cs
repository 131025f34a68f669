using GenAuth.Maintain.Reference.Api;
using GenAuth.Maintain.Reference.Samples;

namespace GenAuth.Maintain.Reference.Pages;

/// <summary>The table of facts about an operation: endpoint, authorization, retries and paging.</summary>
internal static class OperationFacts
{
    public static IEnumerable<IReadOnlyList<string>> Create(DocumentedOperation operation)
    {
        yield return ["Client", Markdown.Link(operation.Client, "README.md")];
        yield return ["Tag", Markdown.Link(operation.Tag, $"README.md{Markdown.Anchor(operation.Tag)}")];
        yield return ["Area", $"{Markdown.Code($"{CallSample.Variable(operation)}.{operation.AreaProperty}")}, the interface {Markdown.Code(operation.Area)}"];
        yield return ["Endpoint", Markdown.Code(operation.Endpoint)];
        yield return ["Authorization", Authorization(operation)];
        yield return ["Retries", Retry(operation.Retry)];
        if (operation.PagingMethod is { } method)
        {
            yield return ["Paging", $"{Markdown.Code(method)} enumerates all items, and with {Markdown.Code("AsPages()")} the pages{(((string?)operation.Paging?["style"] == "scroll") ? ", by the position that each page returns for the next" : string.Empty)}"];
        }
    }

    private static string Authorization(DocumentedOperation operation) => operation.Security switch
    {
        var requirements when requirements.Any(requirement => requirement.Contains("signature")) => "the access key, as a signature or a management token",
        _ when operation.NeedsUser => "the access token of a user: `client.WithAccessToken(…)`",
        var requirements when requirements.Any(requirement => requirement.Contains("clientBasic")) => "none; with `ClientSecretBasic` the client sends the application's credentials",
        var requirements when requirements.Any(requirement => requirement.Contains("userToken")) => "none; with the access token of a user (`client.WithAccessToken(…)`) it acts for that user",
        _ => "none; the application's ID is sent",
    };

    private static string Retry(string? retry) => retry switch
    {
        "read" => "after connection failures, 408, 429, 500, 502, 503 and 504: the operation changes nothing (`read`)",
        "idempotent" => "after connection failures, 408, 429, 502, 503 and 504: a second request leaves the same state (`idempotent`)",
        _ => "never: a second request could have a second effect (`never`)",
    };
}
