using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

public sealed class UnknownNumberTests : ContractTest
{
    [Theory]
    [StubCase("broken/undocumented-api-codes#-1, an error")]
    [StubCase("broken/undocumented-api-codes#0, an error")]
    [StubCase("broken/undocumented-api-codes#408, an error")]
    [StubCase("broken/undocumented-api-codes#1599, an error")]
    [StubCase("broken/undocumented-api-codes#1799, an error")]
    [StubCase("broken/undocumented-api-codes#2057, an error")]
    [StubCase("broken/undocumented-api-codes#2059, an error")]
    [StubCase("broken/undocumented-api-codes#2060, an error")]
    [StubCase("broken/undocumented-api-codes#20001, an error")]
    [StubCase("broken/undocumented-api-codes#3720001, an error")]
    [StubCase("broken/undocumented-api-codes#2147483647, an error")]
    public async Task Unknown_apiCode_is_available_and_the_statusCode_decides_the_exception(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        exception.AssertMatches(Stub.Named(stub).Single().ResponseBody);
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
    public async Task Unknown_statusCode_becomes_the_exception_of_its_class_or_the_base_exception(string stub, Type kind)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        exception.AssertMatches(Stub.Named(stub).Single().ResponseBody);
        Assert.IsType(kind, exception);
        Assert.NotEmpty(exception.Remedy);
    }
}
