using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The number of attempts of a failing call, by its outcome and by the operation's retry safety.</summary>
internal static class RetryCases
{
    private static readonly int[] Outcomes = [403, 429, 500, 503];

    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        foreach (var outcome in Outcomes)
        {
            await checks.StepAsync($"attempts after {outcome}", async () => checks.Equal($"attempts after {outcome}", Expected(operation.Retry, outcome), await AttemptsAsync(operation, outcome)));
        }

        return checks;
    }

    private static int Expected(string retry, int outcome) => (retry, outcome) switch
    {
        ("read", 429 or 500 or 503) or ("idempotent", 429 or 503) => 3,
        _ => 1,
    };

    private static async Task<int> AttemptsAsync(ApiOperation operation, int outcome)
    {
        using var served = OperationServer.Shared.Value.Open(_ => $$"""{"statusCode":{{outcome}},"message":"no"}""");
        var options = served.Options;
        options.MaxRetries = 2;
        var method = OperationClients.Method(operation, "Async");
        var call = (Task)method.Invoke(OperationClients.Get(operation), OperationArguments.Minimal(operation).For(method, options, CancellationToken.None))!;
        await Assert.ThrowsAnyAsync<GenAuthApiException>(() => call);
        return served.Requests.Count;
    }
}
