using System.Net;
using System.Reflection;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>Status, headers and request ID of an operation's response.</summary>
internal static class ResponseInfoCases
{
    private static readonly MethodInfo Typed = typeof(ResponseInfoCases).GetMethod(nameof(CallAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        await checks.StepAsync("response of a success", () => SuccessAsync(operation, checks));
        await checks.StepAsync("response of an error", () => ErrorAsync(operation, checks));
        return checks;
    }

    private static async Task SuccessAsync(ApiOperation operation, Checks checks)
    {
        var body = SampleResponses.Success(operation, SampleStyle.Full);
        using var served = OperationServer.Shared.Value.Open(_ => SampleResponses.Text(body));
        var (value, response) = await StartAsync(operation, served.Options);

        var inBody = body is JObject members && members["requestId"] is { Type: JTokenType.String } stated ? (string?)stated : null;
        Check(checks, response, inBody ?? served.RequestId, served);
        checks.That("the value beside the response", JsonDifference.Between(body, JsonDifference.Parse(JsonConvert.SerializeObject(value))));
    }

    private static async Task ErrorAsync(ApiOperation operation, Checks checks)
    {
        using var served = OperationServer.Shared.Value.Open(_ => """{"statusCode":403,"message":"no"}""");
        try
        {
            await StartAsync(operation, served.Options);
            checks.That("response of an error", ["the call succeeded"]);
        }
        catch (GenAuthForbiddenException exception)
        {
            Check(checks, exception.Response, served.RequestId, served);
        }
    }

    private static void Check(Checks checks, GenAuthResponseInfo? response, string requestId, ServerCase served)
    {
        checks.Equal("status", HttpStatusCode.OK, response?.HttpStatusCode);
        checks.Equal("header of the response", served.RequestId, response?.Headers["X-REQUEST-ID"].Single());
        checks.Equal("header of the content", "application/json", response?.Headers["content-type"].Single());
        checks.Equal("request ID", requestId, response?.RequestId);
        checks.Equal("attempts", 1, response?.Attempts);
    }

    private static Task<(object? Value, GenAuthResponseInfo Response)> StartAsync(ApiOperation operation, RequestOptions options)
    {
        var method = OperationClients.Method(operation, "Async");
        object Call(object client, RequestOptions given) => method.Invoke(client, OperationArguments.Minimal(operation).For(method, given, CancellationToken.None))!;
        return (Task<(object?, GenAuthResponseInfo)>)Typed.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(null, [OperationClients.Get(operation), (Func<object, RequestOptions, object>)Call, options])!;
    }

    private static async Task<(object? Value, GenAuthResponseInfo Response)> CallAsync<T>(object client, Func<object, RequestOptions, object> call, RequestOptions options)
    {
        var (value, response) = client is IManagementClient management
            ? await management.WithResponseAsync((given, asked) => (Task<T>)call(given, asked), options)
            : await ((IAuthenticationClient)client).WithResponseAsync((given, asked) => (Task<T>)call(given, asked), options);
        return (value, response);
    }
}
