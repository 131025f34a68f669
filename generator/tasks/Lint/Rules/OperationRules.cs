using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build;

/// <summary>What each operation says of itself beside its texts.</summary>
internal static class OperationRules
{
    // The clients that the library has by hand: another one would be generated without what it stands on.
    private static readonly Regex OperationId = new(@"^(Authentication|Management)_[a-z][A-Za-z0-9]*\z");

    public static IEnumerable<Finding> Ids(DocumentModel document) =>
        from operation in document.Operations
        where !OperationId.IsMatch(operation.Name)
        select operation.Finding("The operationId has the form Authentication_method or Management_method, the method with a small letter first. Correct it.");

    public static IEnumerable<Finding> DifferentMethods(DocumentModel document) =>
        from same in document.Operations.GroupBy(operation => $"{operation.Client}.{operation.Node.Text("x-csharp-name") ?? operation.Method}", StringComparer.OrdinalIgnoreCase)
        from operation in same.Skip(1)
        select operation.Finding($"It has the C# name of {same.First().Name}. Give one of them another x-csharp-name.", operation.Node.Has("x-csharp-name") ? "x-csharp-name" : null);

    public static IEnumerable<Finding> Tags(DocumentModel document)
    {
        var declared = document.Root.List("tags").ToLookup(tag => tag.Text("name") ?? string.Empty);
        var used = document.Operations.ToLookup(operation => operation.Tag);
        return
        [
            .. document.Operations.Where(operation => !declared.Contains(operation.Tag))
                .Select(operation => operation.Finding($"An operation has one tag, and '{operation.Tag}' is none that tags declares. Declare it with a description, or use one that is.", "tags")),
            .. declared.SelectMany(same => same.Skip(1)).Select(tag => new Finding($"tag {tag.Text("name")}", tag, "The tag is declared twice. Delete one.")),
            .. declared.Where(same => !used.Contains(same.Key)).Select(same => new Finding($"tag {same.Key}", same.First(), "No operation has this tag. Delete it.")),
        ];
    }

    public static IEnumerable<Finding> Answers(DocumentModel document) =>
        from operation in document.Operations
        where !operation.Node["responses"].Keys().SequenceEqual(["200"]) || !(operation.Response?["content"]).Keys().SequenceEqual(["application/json"]) || operation.Answer is null
        select operation.Finding("The service answers with HTTP 200 in JSON, whatever happened. Describe one response, 200, with the schema of application/json and of nothing else.", "responses");

    public static IEnumerable<Finding> ListsInQueries(DocumentModel document) =>
        from operation in document.Operations
        from parameter in operation.Parameters
        where parameter.Node.Object("schema").Text("type") == "array" ? !IsWellSentList(parameter.Node) : SaysHow(parameter.Node)
        select parameter.Finding("A list is called name[], with style form, explode true and an x-csharp-name; a single value has neither brackets, nor style, nor explode. Correct the parameter.");

    public static IEnumerable<Finding> Security(DocumentModel document)
    {
        var schemes = new HashSet<string>(document.Root.Object("components").Members("securitySchemes").Select(scheme => scheme.Name));
        return
            from operation in document.Operations
            let ways = operation.Node.List("security")
            where ways.Count == 0 || ways.Any(way => way is not JObject || way.Keys().Any(scheme => !schemes.Contains(scheme)))
            select operation.Finding("It does not say how it is authorized. List in security the schemes of components/securitySchemes that it takes.", "security");
    }

    public static IEnumerable<Finding> Envelopes(DocumentModel document) =>
        from schema in document.Schemas
        let members = schema.Schema.Object("properties")
        where members.Has("statusCode") || members.Has("apiCode")
        from fault in EnvelopeFaults(schema.Schema, members!)
        select schema.Finding($"{fault} An envelope has statusCode (int32) and message (string), both required, apiCode (ApiCode) and requestId (string).", "properties");

    private static IEnumerable<string> EnvelopeFaults(JObject schema, JObject members)
    {
        var required = schema.List("required").Select(name => name.AsText()).ToList();
        var kinds = new[]
        {
            ("statusCode", members.Object("statusCode").Text("type") == "integer" && members.Object("statusCode").Text("format") == "int32" && required.Contains("statusCode")),
            ("message", members.Object("message").Text("type") == "string" && required.Contains("message")),
            ("apiCode", members.Object("apiCode") is { } apiCode && DocumentModel.NameIn(apiCode) == "ApiCode"),
            ("requestId", members.Object("requestId").Text("type") == "string"),
        };
        return kinds.Where(kind => !kind.Item2).Select(kind => $"Its '{kind.Item1}' is {(members.Has(kind.Item1) ? "another than that of an envelope" : "missing")}.");
    }

    private static bool SaysHow(JObject parameter) => parameter.Has("style") || parameter.Has("explode") || parameter.Text("name")?.Contains('[') == true;

    private static bool IsWellSentList(JObject parameter) =>
        parameter.Text("name")?.EndsWith("[]", StringComparison.Ordinal) == true && parameter.Text("style") == "form" && parameter.Says("explode") && parameter.Text("x-csharp-name") is not null;
}
