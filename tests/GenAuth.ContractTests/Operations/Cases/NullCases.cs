using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Responses with fewer members than documented are read without an error.</summary>
internal static class NullCases
{
    public static async Task RunAsync(ApiOperation operation, Checks checks)
    {
        foreach (var (name, response) in Cases(operation))
        {
            await checks.StepAsync(name, async () =>
            {
                var (result, _) = await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleResponses.Text(response));
                checks.That(name, result switch
                {
                    null => ["nothing was read"],
                    IApiResponse { StatusCode: not 200 } => ["the outcome is lost"],
                    ExtensibleObject read when read.AdditionalProperties.Count > 0 => [$"{string.Join(", ", read.AdditionalProperties.Keys)} kept as unknown"],
                    _ => [],
                });
            });
        }
    }

    private static IEnumerable<(string Name, JToken Response)> Cases(ApiOperation operation)
    {
        var full = SampleResponses.Success(operation, SampleStyle.Full);
        yield return ("minimal success", SampleResponses.Success(operation, SampleStyle.Minimal));
        yield return ("null for all", SampleResponses.WithNulls(operation, full));
        if (operation.HasEnvelope)
        {
            yield return ("nothing but the outcome", new JObject { ["statusCode"] = 200 });
        }

        if (operation.HasEnvelope && operation.ResponseMember("data") is { } data)
        {
            var type = (string?)Schemas.Resolve(data).Schema["type"];
            yield return ("data null", SampleResponses.WithData(full, JValue.CreateNull()));
            if (type is "object" or null)
            {
                yield return ("data {}", SampleResponses.WithData(full, new JObject()));
            }

            if (type is "array" or null)
            {
                yield return ("data []", SampleResponses.WithData(full, new JArray()));
            }
        }
        else if (operation.HasTypedResponse && !operation.HasEnvelope)
        {
            yield return ("{}", new JObject());
        }
    }
}
