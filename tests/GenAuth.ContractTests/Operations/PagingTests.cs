using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Operations;

/// <summary>The enumeration of every operation with paging.</summary>
public sealed class PagingTests
{
    public static TheoryData<string> Operations => [.. ApiOperation.Paged.Select(operation => operation.Id)];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Paging_requests_one_page_after_the_other(string operation) => Expect.None((await OperationRuns.PagingAsync(operation)).Problems);
}
