using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>One call of an operation's public method against the server.</summary>
internal static class OperationCall
{
    /// <summary>Makes the call with an answer; what it returned, and the one request that it made.</summary>
    public static Task<(object? Result, ReceivedRequest Request)> SendAsync(ApiOperation operation, OperationArguments arguments, string answer) =>
        SendAsync(OperationClients.Of(operation), operation, arguments, answer);

    public static async Task<(object? Result, ReceivedRequest Request)> SendAsync(object client, ApiOperation operation, OperationArguments arguments, string answer)
    {
        using var served = OperationServer.Shared.Value.Open(_ => answer);
        var method = OperationClients.Method(operation, "Async");
        var task = (Task)method.Invoke(client, arguments.For(method, served.Options, CancellationToken.None))!;
        await task;
        return (task.GetType().GetProperty("Result")!.GetValue(task), Assert.Single(served.Requests));
    }
}
