using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Compares the request of an operation with its arguments and with the document.</summary>
internal static class RequestCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        await checks.StepAsync("minimal arguments", () => RunAsync(operation, "minimal arguments", OperationArguments.Minimal(operation), checks));
        await checks.StepAsync("full arguments", () => RunAsync(operation, "full arguments", OperationArguments.Full(operation), checks));
        return checks;
    }

    private static async Task RunAsync(ApiOperation operation, string name, OperationArguments arguments, Checks checks)
    {
        var response = SampleResponses.Text(SampleResponses.Success(operation, SampleStyle.Minimal));
        var (_, request) = await OperationCall.SendAsync(operation, arguments, response);

        checks.Equal($"{name}, verb", operation.Verb, request.Verb);
        checks.Equal($"{name}, path", PathOf(operation, arguments), request.Path);
        checks.That($"{name}, query", Differences(QueryOf(operation, arguments), request.Query));
        checks.That($"{name}, headers", HeaderCheck.Problems(operation, request));
        checks.That($"{name}, body", BodyCheck.Problems(operation, arguments, request));
        if (operation.IsManagement)
        {
            checks.That($"{name}, signature", SignatureCheck.Problems(request));
        }
    }

    private static string PathOf(ApiOperation operation, OperationArguments arguments) => operation.Parameters.Where(parameter => parameter.IsInPath)
        .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", Uri.EscapeDataString((string)arguments.Values[parameter.Name]!), StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, string>> QueryOf(ApiOperation operation, OperationArguments arguments) => operation.Parameters
        .Where(parameter => !parameter.IsInPath && arguments.Values.ContainsKey(parameter.Name))
        .SelectMany(parameter => arguments.Values[parameter.Name] is JArray items ? items.AsEnumerable() : [arguments.Values[parameter.Name]],
            (parameter, value) => KeyValuePair.Create(parameter.Name, Text(value)));

    private static string Text(JToken value) => value.Type == JTokenType.String ? (string)value! : value.ToString(Formatting.None);

    /// <summary>Compares names and values; only the order of the values of one name matters.</summary>
    private static IEnumerable<string> Differences(IEnumerable<KeyValuePair<string, string>> expected, IEnumerable<KeyValuePair<string, string>> actual)
    {
        var wanted = expected.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var found = actual.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        return wanted.SequenceEqual(found) ? [] : [$"found {string.Join(' ', found)} instead of {string.Join(' ', wanted)}"];
    }
}
