using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>An operation reports drift for undocumented responses and none for documented ones.</summary>
internal static class DriftCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        await CheckAsync(checks, operation, "full success", SampleResponses.Success(operation, SampleStyle.Full), []);
        await CheckAsync(checks, operation, "minimal success", SampleResponses.Success(operation, SampleStyle.Minimal), []);
        await CheckAsync(checks, operation, "error", new JObject { ["statusCode"] = 403, ["message"] = "No.", ["apiCode"] = 2333, ["data"] = null }, []);
        await CheckAsync(checks, operation, "error of a later service", new JObject { ["statusCode"] = 418, ["message"] = "No." }, [SchemaDriftKind.UndocumentedStatus]);
        await CheckAsync(checks, operation, "success of a later service", SampleResponses.Success(operation, new SampleStyle(OptionalMembers: false, UnknownMembers: true)), Later(operation));
        return checks;
    }

    private static SchemaDriftKind[] Later(ApiOperation operation) => operation.HasTypedResponse ? [SchemaDriftKind.UnknownMember] : [];

    private static Task CheckAsync(Checks checks, ApiOperation operation, string name, JToken response, SchemaDriftKind[] expected) => checks.StepAsync(name, async () =>
    {
        var drifts = await CallDrifts.RecordAsync(async () =>
        {
            try
            {
                await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleResponses.Text(response));
            }
            catch (GenAuthApiException)
            {
                // The error responses; ErrorCases check the exception.
            }
        });

        checks.That(name, drifts.Select(drift => drift.Kind).Distinct().SequenceEqual(expected) && drifts.All(drift => drift.Operation == operation.Id)
            ? []
            : [$"reported [{string.Join(", ", drifts)}] instead of [{string.Join(", ", expected)}]"]);
    });
}
