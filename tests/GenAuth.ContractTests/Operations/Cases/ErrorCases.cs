using System.Net;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>An error with HTTP 200, with and without data, is an exception for every operation, whatever its response type.</summary>
internal static class ErrorCases
{
    private const string Message = "No permission: 无权限";

    public static async Task RunAsync(ApiOperation operation, Checks checks)
    {
        foreach (var data in new JToken?[] { null, JValue.CreateNull(), new JObject { ["token"] = "t" }, new JArray() })
        {
            var error = new JObject { ["requestId"] = "b2ea2a5e", ["message"] = Message, ["apiCode"] = 2333, ["statusCode"] = 403 };
            if (data is not null)
            {
                error["data"] = data;
            }

            var name = $"error with data {data?.ToString(Newtonsoft.Json.Formatting.None) ?? "left out"}";
            await checks.StepAsync(name, async () => checks.That(name, await ProblemsAsync(operation, error)));
        }
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(ApiOperation operation, JObject error)
    {
        try
        {
            await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleResponses.Text(error));
            return ["the call succeeded"];
        }
        catch (GenAuthForbiddenException exception)
        {
            return new (string Name, object? Expected, object? Actual)[]
            {
                ("StatusCode", 403, exception.StatusCode),
                ("ApiCode", 2333, exception.ApiCode?.Value),
                ("ServiceMessage", Message, exception.ServiceMessage),
                ("RequestId", "b2ea2a5e", exception.RequestId),
                ("HttpStatusCode", HttpStatusCode.OK, exception.HttpStatusCode),
                ("Operation", operation.Id, exception.Operation),
                ("ErrorData", error["data"] is null or { Type: JTokenType.Null } ? null : SampleResponses.Text(error["data"]!), exception.ErrorData),
            }.Where(fact => !Equals(fact.Expected, fact.Actual)).Select(fact => $"{fact.Name} is <{fact.Actual}> instead of <{fact.Expected}>");
        }
    }
}
