using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Operations;

/// <summary>Every operation of the document that gives out a list page by page, enumerated as a program does it.</summary>
public sealed class PagingTests
{
    public static TheoryData<string> Operations => [.. ApiOperation.Paged.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Paging_requests_one_page_after_the_other(string operation) => Expect.None((await OperationRuns.PagingAsync(operation)).Problems);
}
