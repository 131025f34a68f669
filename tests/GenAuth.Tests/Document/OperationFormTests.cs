using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Document;

public sealed partial class OperationFormTests
{
    private static IEnumerable<(string Place, JObject Node)> Parameters =>
        TheDocument.Operations.SelectMany(operation => operation.Parameters, (operation, parameter) => ($"{operation.Id}({(string?)parameter["name"]})", parameter));

    [Fact]
    public void An_operation_is_named_by_its_client_and_its_method() => Report.None(
        TheDocument.Operations.Where(operation => !OperationId().IsMatch(operation.Id)).Select(operation => $"{operation.Verb} {operation.Path}: {operation.Id}"),
        "The operationId has the form Authentication_method or Management_method.");

    [Fact]
    public void No_two_operations_have_one_name() => Report.None(
        TheDocument.Operations.GroupBy(operation => operation.Id, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key),
        "Give each operation an operationId of its own.");

    [Fact]
    public void No_two_operations_of_a_client_have_one_name_in_CSharp() => Report.None(
        TheDocument.Operations.GroupBy(operation => $"{operation.Client}.{CSharpName(operation)}", StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(operation => operation.Id))}"),
        "Give one of them another x-csharp-name.");

    [Fact]
    public void Every_operation_has_one_tag_which_is_declared()
    {
        var declared = TheDocument.Root["tags"]!.Select(tag => (string)tag["name"]!).ToList();

        Assert.Equal(declared.Distinct().Order(StringComparer.Ordinal), declared);
        Report.None(TheDocument.Operations.Where(operation => !declared.Contains(operation.Tag)).Select(operation => $"{operation.Id}: {operation.Tag}"), "Declare the tag with a description, or use one that is.");
        Report.None(declared.Except(TheDocument.Operations.Select(operation => operation.Tag)), "No operation has these tags. Delete them.");
    }

    [Fact]
    public void Every_operation_answers_200_in_JSON_and_nothing_else() => Report.None(
        TheDocument.Operations.Where(operation => Keys(operation.Node["responses"]) != "200" || Keys(operation.Node["responses"]?["200"]?["content"]) != "application/json").Select(operation => operation.Id),
        "The service answers with HTTP 200 and an envelope, whatever happened. Describe that answer only.");

    [Fact]
    public void Every_body_is_of_one_kind() => Report.None(
        TheDocument.Operations.Where(operation => operation.Node["requestBody"] is { } body && Keys(body["content"]).Contains(',', StringComparison.Ordinal)).Select(operation => operation.Id),
        "Keep the one content type that the SDK sends.");

    [Fact]
    public void A_list_in_a_query_says_how_it_is_sent_and_nothing_else_does() => Report.None(
        Parameters.Where(parameter => (string?)parameter.Node["schema"]!["type"] == "array" ? !IsWellSentList(parameter.Node) : SaysHow(parameter.Node)).Select(parameter => parameter.Place),
        "A list is called name[] with style form, explode true and an x-csharp-name; a single value has neither style nor explode.");

    [Fact]
    public void Every_operation_says_how_it_is_authorized()
    {
        var schemes = ((JObject)TheDocument.Root["components"]!["securitySchemes"]!).Properties().Select(scheme => scheme.Name).ToList();

        Report.None(
            TheDocument.Operations.Where(operation => operation.Node["security"] is not JArray { Count: > 0 } ways || ways.Cast<JObject>().SelectMany(way => way.Properties()).Any(way => !schemes.Contains(way.Name)))
                .Select(operation => operation.Id),
            "List in security the schemes of components/securitySchemes that the operation takes.");
    }

    private static string CSharpName(Operation operation) => (string?)operation.Node["x-csharp-name"] ?? operation.Id.Split('_')[1];

    private static string Keys(JToken? node) => string.Join(',', (node as JObject)?.Properties().Select(property => property.Name) ?? []);

    private static bool SaysHow(JObject parameter) => parameter["style"] is not null || parameter["explode"] is not null || ((string)parameter["name"]!).Contains('[', StringComparison.Ordinal);

    private static bool IsWellSentList(JObject parameter) =>
        ((string)parameter["name"]!).EndsWith("[]", StringComparison.Ordinal) && (string?)parameter["style"] == "form" && (bool?)parameter["explode"] == true && parameter["x-csharp-name"] is not null;

    [GeneratedRegex("^(Authentication|Management)_[a-z][A-Za-z0-9]*$")]
    private static partial Regex OperationId();
}
