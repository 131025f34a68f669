using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The result of an operation for valid responses and for errors.</summary>
internal static class ResponseCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        foreach (var (name, response, expected) in Cases(operation))
        {
            await checks.StepAsync(name, async () =>
            {
                var (result, _) = await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleResponses.Text(response));
                checks.That(name, Problems(operation, result!, expected ?? response));
            });
        }

        await NullCases.RunAsync(operation, checks);
        await ErrorCases.RunAsync(operation, checks);
        return checks;
    }

    private static IEnumerable<string> Problems(ApiOperation operation, object result, JToken response) =>
        TypedMembers.Problems(result, response, operation.ResponseSchema)
            .Concat(JsonDifference.Between(response, JsonDifference.Parse(JsonConvert.SerializeObject(result)), "written again: $"));

    private static IEnumerable<(string Name, JToken Response, JToken? Expected)> Cases(ApiOperation operation)
    {
        var full = SampleResponses.Success(operation, SampleStyle.Full);
        yield return ("full success", full, null);
        yield return ("success of a later service", SampleResponses.Success(operation, SampleStyle.Later), null);
        if (!operation.HasTypedResponse)
        {
            yield return ("a list", new JArray(1, "a"), null);
            yield return ("an object", new JObject { ["list"] = new JArray(new JObject { ["id"] = "2022-07-03T02:20:30.000Z" }), ["totalCount"] = 1 }, null);
            yield return ("an envelope", new JObject { ["statusCode"] = 200, ["message"] = "ok", ["data"] = new JObject { ["a"] = 1 } }, null);
        }
        else if (!operation.HasEnvelope && operation.ResponseMember("data") is null)
        {
            yield return ("success in an envelope", new JObject { ["statusCode"] = 200, ["message"] = "ok", ["requestId"] = "r", ["data"] = full }, full);
        }
    }
}
