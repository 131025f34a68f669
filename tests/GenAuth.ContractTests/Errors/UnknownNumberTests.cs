using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

public sealed class UnknownNumberTests : ContractTest
{
    [Theory]
    [StubCase("broken/undocumented-api-codes#-1, a refusal")]
    [StubCase("broken/undocumented-api-codes#0, a refusal")]
    [StubCase("broken/undocumented-api-codes#408, a refusal")]
    [StubCase("broken/undocumented-api-codes#1599, a refusal")]
    [StubCase("broken/undocumented-api-codes#1799, a refusal")]
    [StubCase("broken/undocumented-api-codes#2057, a refusal")]
    [StubCase("broken/undocumented-api-codes#2059, a refusal")]
    [StubCase("broken/undocumented-api-codes#2060, a refusal")]
    [StubCase("broken/undocumented-api-codes#20001, a refusal")]
    [StubCase("broken/undocumented-api-codes#3720001, a refusal")]
    [StubCase("broken/undocumented-api-codes#2147483647, a refusal")]
    public async Task An_apiCode_that_nobody_knows_is_kept_and_the_statusCode_tells_the_kind(string stub)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        exception.SaysWhat(Stub.Named(stub).Single().Answer);
        Assert.IsType<GenAuthForbiddenException>(exception);
        Assert.False(exception.ApiCode!.Value.IsKnown);
        Assert.Equal(ApiDocument.Remedies("StatusCode")[403], exception.Remedy);
    }

    [Theory]
    [StubCase("errors/unknown-status-codes#0", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#-1", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#199", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#201", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#299", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#399", typeof(GenAuthActionRequiredException))]
    [StubCase("errors/unknown-status-codes#418", typeof(GenAuthApiException))]
    [StubCase("errors/unknown-status-codes#599", typeof(GenAuthServerException))]
    [StubCase("errors/unknown-status-codes#699", typeof(GenAuthUpstreamException))]
    [StubCase("errors/unknown-status-codes#700", typeof(GenAuthApiException))]
    public async Task A_statusCode_that_nobody_knows_becomes_the_exception_of_its_class_or_the_general_one(string stub, Type kind)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        exception.SaysWhat(Stub.Named(stub).Single().Answer);
        Assert.IsType(kind, exception);
        Assert.NotEmpty(exception.Remedy);
    }
}
