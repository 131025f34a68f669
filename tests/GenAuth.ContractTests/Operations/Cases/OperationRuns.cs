using System.Collections.Concurrent;
using GenAuth.ContractTests.Operations.Document;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>
/// The checks of all operations. Each runs once and is cached: the tests of single operations and the tests over all of them share
/// the result, in any order.
/// </summary>
internal static class OperationRuns
{
    private static readonly ConcurrentDictionary<(string Kind, string Operation), Lazy<Task<Checks>>> Runs = new();

    public static Task<Checks> RequestsAsync(string operation) => Run("requests", operation, RequestCases.RunAsync);

    public static Task<Checks> ResponsesAsync(string operation) => Run("responses", operation, ResponseCases.RunAsync);

    public static Task<Checks> ArgumentsAsync(string operation) => Run("arguments", operation, ArgumentCases.RunAsync);

    public static Task<Checks> RetriesAsync(string operation) => Run("retries", operation, RetryCases.RunAsync);

    public static Task<Checks> ResponseInfosAsync(string operation) => Run("response info", operation, ResponseInfoCases.RunAsync);

    public static Task<Checks> DriftsAsync(string operation) => Run("drifts", operation, DriftCases.RunAsync);

    public static Task<Checks> PagingAsync(string operation) => Run("paging", operation, PagingCases.RunAsync);

    private static Task<Checks> Run(string kind, string operation, Func<ApiOperation, Task<Checks>> run) =>
        Runs.GetOrAdd((kind, operation), _ => new(() => run(ApiOperation.Named(operation)))).Value;
}
