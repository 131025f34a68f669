using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Operations;

/// <summary>Every operation of the document, called as a program calls it, over HTTP.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Operations => [.. ApiOperation.All.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_sends_what_the_document_describes(string operation) => Expect.None((await OperationRuns.RequestsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_refuses_arguments_that_it_cannot_send(string operation) => Expect.None((await OperationRuns.ArgumentsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_reads_what_the_service_answers(string operation) => Expect.None((await OperationRuns.AnswersAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_tells_what_surrounds_the_answer(string operation) => Expect.None((await OperationRuns.ResponsesAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_tells_of_answers_that_are_not_documented_and_of_no_others(string operation) => Expect.None((await OperationRuns.DriftsAsync(operation)).Problems);

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task It_is_sent_again_only_where_the_document_allows_it(string operation) => Expect.None((await OperationRuns.RepetitionsAsync(operation)).Problems);
}
