namespace GenAuth.Maintain.Reference;

/// <summary>What there is to know of an operation beside its parameters and its answer.</summary>
internal static class OperationFacts
{
    public static IEnumerable<IReadOnlyList<string>> Of(ApiOperation operation)
    {
        yield return ["Client", Markdown.Link(operation.Client, "README.md")];
        yield return ["Tag", Markdown.Link(operation.Tag, $"README.md{Markdown.Anchor(operation.Tag)}")];
        yield return ["Area", $"{Markdown.Code($"{CallSample.Variable(operation)}.{operation.AreaProperty}")}, the interface {Markdown.Code(operation.Area)}"];
        yield return ["Endpoint", Markdown.Code(operation.Endpoint)];
        yield return ["Authorization", Authorization(operation)];
        yield return ["Sent again", Retry(operation.Retry)];
        if (operation.PagingMethod is { } method)
        {
            yield return ["Paging", $"{Markdown.Code(method)} goes through all pages{(((string?)operation.Paging?["style"] == "scroll") ? ", by the mark that each page gives for the next" : string.Empty)}"];
        }
    }

    private static string Authorization(ApiOperation operation) => operation.Security switch
    {
        var ways when ways.Any(way => way.Contains("signature")) => "the access key, as a signature or a management token",
        var ways when operation.NeedsUser => "the access token of a user: `client.WithAccessToken(…)`",
        var ways when ways.Any(way => way.Contains("clientBasic")) => "none; with `ClientSecretBasic` the client sends the application's credentials",
        var ways when ways.Any(way => way.Contains("userToken")) => "none; with the access token of a user (`client.WithAccessToken(…)`) it acts for that user",
        _ => "none; the application's ID goes along",
    };

    private static string Retry(string? retry) => retry switch
    {
        "read" => "after a broken connection, 408, 429, 500, 502, 503 and 504: it changes nothing (`read`)",
        "idempotent" => "after a broken connection, 408, 429, 502, 503 and 504: a second request leaves what the first one left (`idempotent`)",
        _ => "never: a second request could do it twice, or use up what works once (`never`)",
    };
}
