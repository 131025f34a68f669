using System.Text.RegularExpressions;
using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Lint.Rules;

/// <summary>Rules for operations.</summary>
internal static class OperationRules
{
    // The library has hand-written parts for these clients only.
    private static readonly Regex OperationId = new(@"^(Authentication|Management)_[a-z][A-Za-z0-9]*\z");

    public static IEnumerable<Finding> Ids(LintModel document) =>
        from operation in document.Operations
        where !OperationId.IsMatch(operation.Name)
        select operation.Finding("The operationId has the form Authentication_method or Management_method, the method with a small letter first. Correct it.");

    public static IEnumerable<Finding> DifferentMethods(LintModel document) =>
        from same in document.Operations.GroupBy(operation => $"{operation.Client}.{operation.Node.Text("x-csharp-name") ?? operation.Method}", StringComparer.OrdinalIgnoreCase)
        from operation in same.Skip(1)
        select operation.Finding($"It has the C# name of {same.First().Name}. Give one of them another x-csharp-name.", operation.Node.Has("x-csharp-name") ? "x-csharp-name" : null);

    public static IEnumerable<Finding> Tags(LintModel document)
    {
        var declared = document.Root.List("tags").ToLookup(tag => tag.Text("name") ?? string.Empty);
        var used = document.Operations.ToLookup(operation => operation.Tag);
        return
        [
            .. document.Operations.Where(operation => !declared.Contains(operation.Tag))
                .Select(operation => operation.Finding($"An operation has one tag, and '{operation.Tag}' is not declared in tags. Declare it with a description, or use a declared one.", "tags")),
            .. declared.SelectMany(same => same.Skip(1)).Select(tag => new Finding($"tag {tag.Text("name")}", tag, "The tag is declared twice. Delete one.")),
            .. declared.Where(same => !used.Contains(same.Key)).Select(same => new Finding($"tag {same.Key}", same.First(), "No operation has this tag. Delete it.")),
        ];
    }

    public static IEnumerable<Finding> Responses(LintModel document) =>
        from operation in document.Operations
        where !operation.Node["responses"].Keys().SequenceEqual(["200"]) || !(operation.Response?["content"]).Keys().SequenceEqual(["application/json"]) || operation.ResponseSchema is null
        select operation.Finding("The service responds with HTTP 200 and JSON in all cases. Describe one response, 200, with a schema of application/json only.", "responses");

    public static IEnumerable<Finding> ListsInQueries(LintModel document) =>
        from operation in document.Operations
        from parameter in operation.Parameters
        where parameter.Node.Object("schema").Text("type") == "array" ? !IsValidList(parameter.Node) : HasStyle(parameter.Node)
        select parameter.Finding("A list has the name name[], style form, explode true and an x-csharp-name; a single value has no brackets, style or explode. Correct the parameter.");

    public static IEnumerable<Finding> Security(LintModel document)
    {
        var schemes = new HashSet<string>(document.Root.Object("components").Members("securitySchemes").Select(scheme => scheme.Name));
        return
            from operation in document.Operations
            let requirements = operation.Node.List("security")
            where requirements.Count == 0 || requirements.Any(requirement => requirement is not JObject || requirement.Keys().Any(scheme => !schemes.Contains(scheme)))
            select operation.Finding("The authorization is not described. List in security the schemes of components/securitySchemes that it accepts.", "security");
    }

    public static IEnumerable<Finding> Envelopes(LintModel document) =>
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
            ("apiCode", members.Object("apiCode") is { } apiCode && LintModel.NameIn(apiCode) == "ApiCode"),
            ("requestId", members.Object("requestId").Text("type") == "string"),
        };
        return kinds.Where(kind => !kind.Item2).Select(kind => $"Its '{kind.Item1}' is {(members.Has(kind.Item1) ? "not that of an envelope" : "missing")}.");
    }

    private static bool HasStyle(JObject parameter) => parameter.Has("style") || parameter.Has("explode") || parameter.Text("name")?.Contains('[') == true;

    private static bool IsValidList(JObject parameter) =>
        parameter.Text("name")?.EndsWith("[]", StringComparison.Ordinal) == true && parameter.Text("style") == "form" && parameter.IsTrue("explode") && parameter.Text("x-csharp-name") is not null;
}
