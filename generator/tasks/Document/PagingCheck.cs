using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Document;

/// <summary>Checks that <c>x-paging</c> is complete enough for the templates. The convention rules check more.</summary>
internal sealed class PagingCheck(ApiDocument document, DocumentErrors errors)
{
    private static readonly string[] Ends = ["next", "total"];

    private static readonly string[] Simple = ["any", "string", "int", "long", "double", "bool"];

    public void Run()
    {
        foreach (var operation in document.Operations.Where(operation => operation.Value.Has("x-paging")))
        {
            var paging = operation.Value.Property("x-paging")!;
            foreach (var problem in FindProblems(operation, paging.Value))
            {
                errors.Add("GENAUTH023", paging, $"x-paging {problem}. Correct it, or delete x-paging; openapi/README.md describes its keys.");
            }
        }
    }

    private IEnumerable<string> FindProblems(Operation operation, JToken paging)
    {
        if (paging.Text("style") is not ("page" or "scroll") and var style)
        {
            yield return $"has the style {PrintableText.Quote(style ?? string.Empty)}, not page or scroll";
            yield break;
        }

        if (paging.Text("in") is not ("query" or "body"))
        {
            yield return "does not say whether the position is in query or body";
        }
        else if (paging.Text("in") == "body" && operation.Body(document) is null or { IsUpload: true })
        {
            yield return "puts the position into the body, but the operation sends no object";
        }

        var (position, other) = paging.Text("style") == "page" ? ("page", "scroll") : ("scroll", "page");
        if (paging.Text(position) is null || paging.Has(other))
        {
            yield return $"of the style {position} needs the member '{position}' and must not have '{other}'";
        }

        if (paging.Text("items") is null)
        {
            yield return "does not say in items where the items are";
        }

        foreach (var key in Ends.Where(key => paging.Has(key) && paging.Text(key) is null))
        {
            yield return $"has a value in {key} that is not a text";
        }

        if (paging.Text("itemType") is not { } type || (!Simple.Contains(type) && !document.Schemas.Any(schema => schema.Name == type)))
        {
            yield return "has no itemType that is the name of a schema, a simple type of C#, or any";
        }
    }
}
