using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>What an operation makes of the answers to it.</summary>
internal static class AnswerCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        foreach (var (name, answer, expected) in Cases(operation))
        {
            await checks.StepAsync(name, async () =>
            {
                var (result, _) = await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleAnswers.Text(answer));
                checks.That(name, Problems(operation, result!, expected ?? answer));
            });
        }

        await NullCases.RunAsync(operation, checks);
        await RefusalCases.RunAsync(operation, checks);
        return checks;
    }

    private static IEnumerable<string> Problems(ApiOperation operation, object result, JToken answer) =>
        TypedMembers.Problems(result, answer, operation.AnswerSchema)
            .Concat(JsonDifference.Between(answer, JsonDifference.Parse(JsonConvert.SerializeObject(result)), "written again: $"));

    private static IEnumerable<(string Name, JToken Answer, JToken? Expected)> Cases(ApiOperation operation)
    {
        var full = SampleAnswers.Success(operation, SampleStyle.Full);
        yield return ("full success", full, null);
        yield return ("success of a later service", SampleAnswers.Success(operation, SampleStyle.Later), null);
        if (!operation.HasTypedAnswer)
        {
            yield return ("a list", new JArray(1, "a"), null);
            yield return ("an object", new JObject { ["list"] = new JArray(new JObject { ["id"] = "2022-07-03T02:20:30.000Z" }), ["totalCount"] = 1 }, null);
            yield return ("an envelope", new JObject { ["statusCode"] = 200, ["message"] = "ok", ["data"] = new JObject { ["a"] = 1 } }, null);
        }
        else if (!operation.HasEnvelope && operation.AnswerMember("data") is null)
        {
            yield return ("success in an envelope", new JObject { ["statusCode"] = 200, ["message"] = "ok", ["requestId"] = "r", ["data"] = full }, full);
        }
    }
}
