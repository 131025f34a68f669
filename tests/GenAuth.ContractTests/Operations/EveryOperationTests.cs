using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Operations;

/// <summary>Every operation of the document, called over HTTP.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Operations => [.. ApiOperation.All.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_sends_what_the_document_describes(string operation) => Expect.None((await OperationRuns.RequestsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_refuses_arguments_that_cannot_be_sent(string operation) => Expect.None((await OperationRuns.ArgumentsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_reads_the_response_of_the_service(string operation) => Expect.None((await OperationRuns.ResponsesAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_reports_status_and_headers_of_the_response(string operation) => Expect.None((await OperationRuns.ResponseInfosAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_reports_drift_for_undocumented_responses_only(string operation) => Expect.None((await OperationRuns.DriftsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Operation_is_retried_only_where_the_document_allows_it(string operation) => Expect.None((await OperationRuns.RetriesAsync(operation)).Problems);
}
