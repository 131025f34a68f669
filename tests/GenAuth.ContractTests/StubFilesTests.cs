using System.Reflection;
using System.Text.Json;
using GenAuth.ContractTests.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests;

/// <summary>
/// Checks the stub files. Together with the check at the end of each <see cref="ContractTest"/> it prevents
/// unused stubs: each stub is named by a test, and a test fails when a stub that it names was not used.
/// </summary>
public sealed class StubFilesTests
{
    [Fact]
    public void Every_stub_is_named_by_a_test()
    {
        var named = typeof(StubFilesTests).Assembly.GetTypes()
            .Where(typeof(ContractTest).IsAssignableFrom)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
            .SelectMany(method => method.GetCustomAttributes().OfType<INameStubs>())
            .SelectMany(attribute => attribute.Stubs);

        Expect.None(Stub.All.Except(named).Select(stub => stub.Id));
    }

    [Fact]
    public void No_two_stubs_have_the_same_name() =>
        Expect.None(Stub.All.GroupBy(stub => stub.Id).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public void Every_stub_outside_of_broken_conforms_to_the_document() =>
        Expect.None(Stub.All.Where(stub => !stub.IsBroken).SelectMany(stub => Deviations(stub).Select(problem => $"{stub.Id}: {problem}")));

    [Fact]
    public void Every_stub_in_broken_deviates_from_the_document() =>
        Expect.None(Stub.All.Where(stub => stub.IsBroken && !Deviations(stub).Any()).Select(stub => stub.Id));

    private static IEnumerable<string> Deviations(Stub stub)
    {
        var mapping = stub.ToMapping();
        if (mapping.Request.Path is not string path || mapping.Request.Methods is not [var method] || ApiDocument.Operation(path, method) is not { } operation)
        {
            return ["The document has no such operation."];
        }

        var response = mapping.Response;
        return RequestDeviations(mapping.Request.Body?.Matcher?.Pattern as JToken, operation)
            .Concat(operation["responses"]![$"{response.StatusCode}"] is null ? [$"The document has no response with HTTP status {response.StatusCode}."] : [])
            .Concat(response.Headers?.Contains(new("Content-Type", "application/json")) == true ? [] : ["The content type is not the documented one."])
            .Concat(ResponseDeviations(response.BodyAsJson as JToken ?? response.Body, operation));
    }

    private static IEnumerable<string> RequestDeviations(JToken? body, JToken operation) =>
        body is null ? [] : ApiDocument.ProblemsOfRequest(operation, body);

    private static IEnumerable<string> ResponseDeviations(JToken? body, JToken operation)
    {
        try
        {
            return body switch
            {
                null => ["There is no body."],
                JValue { Value: string text } => ApiDocument.ProblemsOfResponse(operation, Strict(text)),
                _ => ApiDocument.ProblemsOfResponse(operation, body),
            };
        }
        catch (JsonException exception)
        {
            return [exception.Message];
        }
    }

    // Newtonsoft.Json accepts invalid JSON, such as single quotes, text after the document and repeated names.
    private static JToken Strict(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return JToken.Parse(document.RootElement.GetRawText());
    }
}
