using System.Reflection;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>One enumeration of all pages of an operation against the server.</summary>
internal static class Enumeration
{
    private static readonly MethodInfo Typed = typeof(Enumeration).GetMethod(nameof(TakeAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Enumerates, and returns the items, the requests, and whether the caller's body and options are unchanged.</summary>
    /// <param name="operation">The list operation.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="response">The server's response to a request.</param>
    /// <param name="cancelAfter">The number of items after which the caller cancels.</param>
    public static async Task<EnumerationResult> RunAsync(
        ApiOperation operation, OperationArguments arguments, Func<ReceivedRequest, string> response, int? cancelAfter = null)
    {
        using var served = OperationServer.Shared.Value.Open(response);
        using var cancellation = new CancellationTokenSource();
        var method = OperationClients.Method(operation, "AutoPagingAsync");
        var given = arguments.For(method, served.Options, cancellation.Token);
        var objects = given.Where(argument => argument is ExtensibleObject || (operation.HasOptions && argument?.GetType().Name.EndsWith("Options", StringComparison.Ordinal) == true)).ToList();
        var before = JsonConvert.SerializeObject(objects);

        var items = new List<JToken>();
        var pages = method.Invoke(OperationClients.Get(operation), given)!;
        var take = (Task)Typed.MakeGenericMethod(method.ReturnType.GetGenericArguments()[0]).Invoke(null, [pages, items, cancelAfter, cancellation])!;
        var cancelled = false;
        try
        {
            await take;
        }
        catch (OperationCanceledException) when (cancelAfter is not null)
        {
            cancelled = true;
        }

        return new(items, served.Requests, cancelled, before == JsonConvert.SerializeObject(objects));
    }

    private static async Task TakeAsync<T>(IAsyncEnumerable<T> pages, List<JToken> items, int? cancelAfter, CancellationTokenSource cancellation)
    {
        await foreach (var item in pages)
        {
            items.Add(JsonDifference.Parse(JsonConvert.SerializeObject(item)));
            if (items.Count == cancelAfter)
            {
                await cancellation.CancelAsync();
            }
        }
    }
}

internal sealed record EnumerationResult(IReadOnlyList<JToken> Items, IReadOnlyList<ReceivedRequest> Requests, bool Cancelled, bool ArgumentsUnchanged);
