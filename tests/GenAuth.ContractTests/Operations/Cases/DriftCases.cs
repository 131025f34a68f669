using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>What an operation's client tells of the answers that the document describes, and of others.</summary>
internal static class DriftCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        await CheckAsync(checks, operation, "full success", SampleAnswers.Success(operation, SampleStyle.Full), []);
        await CheckAsync(checks, operation, "minimal success", SampleAnswers.Success(operation, SampleStyle.Minimal), []);
        await CheckAsync(checks, operation, "refusal", new JObject { ["statusCode"] = 403, ["message"] = "No.", ["apiCode"] = 2333, ["data"] = null }, []);
        await CheckAsync(checks, operation, "refusal of a later service", new JObject { ["statusCode"] = 418, ["message"] = "No." }, [SchemaDriftKind.UndocumentedStatus]);
        await CheckAsync(checks, operation, "success of a later service", SampleAnswers.Success(operation, new SampleStyle(OptionalMembers: false, UnknownMembers: true)), Later(operation));
        return checks;
    }

    private static SchemaDriftKind[] Later(ApiOperation operation) => operation.HasTypedAnswer ? [SchemaDriftKind.UnknownMember] : [];

    private static Task CheckAsync(Checks checks, ApiOperation operation, string name, JToken answer, SchemaDriftKind[] expected) => checks.StepAsync(name, async () =>
    {
        var drifts = await CallDrifts.OfAsync(async () =>
        {
            try
            {
                await OperationCall.SendAsync(operation, OperationArguments.Minimal(operation), SampleAnswers.Text(answer));
            }
            catch (GenAuthApiException)
            {
                // The refusals; whether it is the right exception is their own cases' matter.
            }
        });

        checks.That(name, drifts.Select(drift => drift.Kind).Distinct().SequenceEqual(expected) && drifts.All(drift => drift.Operation == operation.Id)
            ? []
            : [$"told of [{string.Join(", ", drifts)}] instead of [{string.Join(", ", expected)}]"]);
    });
}
