using System.Globalization;
using GenAuth.Soak.Plan;
using GenAuth.Tests.Shared;
using Microsoft.AspNetCore.Http;

namespace GenAuth.Soak.Stub;

/// <summary>The stub of the service, which fails calls according to the plan.</summary>
internal sealed class SoakServer(int calls, int seed)
{
    public const string Command = "serve";
    public const string StatePath = "/soak/state";
    public const string NumberHeader = "x-soak-call";

    private const string TokenPath = "/api/v3/get-management-token";

    private readonly Ledger _ledger = new(calls);

    public Task<int> RunAsync() => StubHost.RunAsync(RespondAsync, listen => listen.Use(next => async connection =>
    {
        _ledger.Opened();
        try
        {
            await next(connection);
        }
        finally
        {
            _ledger.Closed();
        }
    }));

    private async Task RespondAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == StatePath)
        {
            await context.Response.WriteAsJsonAsync(_ledger.State(withAttempts: request.Query.ContainsKey("attempts")));
            return;
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        if (request.Path == TokenPath)
        {
            await RespondToExchangeAsync(context);
            return;
        }

        var number = CallPlan.NumberIn(request.QueryString.Value + body) ?? throw new InvalidOperationException($"{request.Path} carries no number.");
        if (request.Headers.TryGetValue(NumberHeader, out var header) && header != CallPlan.TextOf(number))
        {
            _ledger.HeaderStrayed();
        }

        var plan = CallPlan.Create(seed, number);
        var meets = !request.Query.ContainsKey(StubResponses.Home) && plan.Meets(_ledger.Arrived(number));
        await (meets ? FaultyResponse.SendAsync(context, plan, number) : StubResponses.SendAsync(context, plan.Operation, number));
    }

    /// <summary>Every third exchange fails once and succeeds with the client's retry.</summary>
    private Task RespondToExchangeAsync(HttpContext context)
    {
        var number = _ledger.TokenAsked();
        return number % 3 == 0
            ? FaultyResponse.UnavailableAsync(context)
            : StubResponses.SendAsync(context, string.Create(CultureInfo.InvariantCulture,
                $$$"""{"statusCode":200,"message":"Success","data":{"access_token":"token-{{{number}}}","expires_in":{{{Limits.TokenLife.TotalSeconds}}} } }"""));
    }
}
