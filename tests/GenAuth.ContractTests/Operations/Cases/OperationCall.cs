using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>One call of an operation's public method against the server.</summary>
internal static class OperationCall
{
    /// <summary>Makes the call with a response, and returns its result and its only request.</summary>
    public static Task<(object? Result, ReceivedRequest Request)> SendAsync(ApiOperation operation, OperationArguments arguments, string response) =>
        SendAsync(OperationClients.Get(operation), operation, arguments, response);

    public static async Task<(object? Result, ReceivedRequest Request)> SendAsync(object client, ApiOperation operation, OperationArguments arguments, string response)
    {
        using var served = OperationServer.Shared.Value.Open(_ => response);
        var method = OperationClients.Method(operation, "Async");
        var task = (Task)method.Invoke(client, arguments.For(method, served.Options, CancellationToken.None))!;
        await task;
        return (task.GetType().GetProperty("Result")!.GetValue(task), Assert.Single(served.Requests));
    }
}
