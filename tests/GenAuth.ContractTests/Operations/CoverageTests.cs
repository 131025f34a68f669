using System.Reflection;
using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;
using GenAuth.ContractTests.Server;
using Xunit.Abstractions;

namespace GenAuth.ContractTests.Operations;

/// <summary>Every documented operation is covered, and every method of the clients is documented or listed here.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    // Hand-written methods with their own tests: the document has no operation of the name.
    private static readonly string[] ByHand =
    [
        "AuthenticationClient.SendAsync", "AuthenticationClient.SignInByAlipayAsync",
        "ManagementClient.SendAsync", "ManagementClient.GetApprovalAsync", "ManagementClient.PublishUserEventAsync",
    ];

    private static IEnumerable<(string Path, string Verb)> Documented => Schemas.Root["paths"]!.Children<Newtonsoft.Json.Linq.JProperty>()
        .SelectMany(path => path.Value.Children<Newtonsoft.Json.Linq.JProperty>(), (path, verb) => (path.Name, verb.Name.ToUpperInvariant()));

    [Fact]
    public async Task Every_documented_operation_was_sent_and_every_case_is_counted()
    {
        var requests = await AllAsync(ApiOperation.All, OperationRuns.RequestsAsync);
        var arguments = await AllAsync(ApiOperation.All, OperationRuns.ArgumentsAsync);
        var responses = await AllAsync(ApiOperation.All, OperationRuns.ResponsesAsync);
        var responseInfos = await AllAsync(ApiOperation.All, OperationRuns.ResponseInfosAsync);
        var drifts = await AllAsync(ApiOperation.All, OperationRuns.DriftsAsync);
        var paging = await AllAsync(ApiOperation.Paged, OperationRuns.PagingAsync);
        var called = OperationServer.Shared.Value.Called;

        output.WriteLine($"{ApiOperation.All.Count} operations, {ApiOperation.Paged.Count()} of them in pages.");
        output.WriteLine($"{requests} checks of requests, {arguments} of arguments, {responses} of responses, {responseInfos} of their status and headers, {drifts} of drift, {paging} of paging: {requests + arguments + responses + responseInfos + drifts + paging} in all.");
        output.WriteLine($"{OperationServer.Shared.Value.Requests} requests over HTTP.");
        Expect.None(Documented.Where(operation => !called.Any(request => request.Verb == operation.Verb && Fits(operation.Path, request.Path)))
            .Select(operation => $"{operation.Verb} {operation.Path} was never sent to the server."));
        Expect.None(called.Where(request => !Documented.Any(operation => request.Verb == operation.Verb && Fits(operation.Path, request.Path)))
            .Select(request => $"{request.Verb} {request.Path} is not in the document."));
    }

    [Fact]
    public void Every_method_of_the_clients_is_an_operation_or_a_known_hand_written_method()
    {
        var operations = ApiOperation.All.SelectMany(operation => new[] { OperationClients.Method(operation, "Async") }
            .Concat(operation.Paging is null ? [] : [OperationClients.Method(operation, "AutoPagingAsync")])).ToList();
        var others = new[] { typeof(AuthenticationClient), typeof(ManagementClient) }.SelectMany(type => type.GetMethods())
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)).Except(operations).Select(Name).Distinct();

        Assert.Distinct(operations);
        Assert.Equal(ByHand.Order(StringComparer.Ordinal), others.Order(StringComparer.Ordinal));
    }

    private static async Task<int> AllAsync(IEnumerable<ApiOperation> operations, Func<string, Task<Checks>> run)
    {
        var checks = await Task.WhenAll(operations.Select(operation => Task.Run(() => run(operation.Id))));
        return checks.Sum(check => check.Count);
    }

    private static bool Fits(string template, string path)
    {
        var (wanted, found) = (template.Split('/'), path.Split('/'));
        return wanted.Length == found.Length && wanted.Zip(found).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));
    }

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
