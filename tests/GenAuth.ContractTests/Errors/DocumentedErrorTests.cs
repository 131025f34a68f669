using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

public sealed class DocumentedErrorTests : ContractTest
{
    private static readonly IReadOnlyDictionary<int, string> ApiCodeRemedies = ApiDocument.Remedies("ApiCode");
    private static readonly IReadOnlyDictionary<int, string> StatusCodeRemedies = ApiDocument.Remedies("StatusCode");

    [Theory]
    [EveryStub("errors/api-codes")]
    public async Task Documented_apiCode_becomes_its_exception(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus: 200);
    }

    [Theory]
    [EveryStub("errors/api-codes")]
    public async Task Documented_apiCode_becomes_its_exception_with_a_matching_HTTP_status(string stub)
    {
        var httpStatus = (int)Stub.Named(stub).Single().ResponseBody["statusCode"]!;
        var exception = await ServeCase(stub, httpStatus).ErrorAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus);
    }

    [Theory]
    [EveryStub("errors/status-codes")]
    public async Task Documented_statusCode_becomes_its_exception(string stub)
    {
        var exception = await ServeCase(stub).ErrorAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus: 200);
    }

    [Theory]
    [EveryStub("errors/status-codes")]
    public async Task Documented_statusCode_becomes_its_exception_with_a_matching_HTTP_status(string stub)
    {
        var httpStatus = (int)Stub.Named(stub).Single().ResponseBody["statusCode"]!;
        var exception = await ServeCase(stub, httpStatus).ErrorAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus);
    }

    [Fact]
    public void Every_documented_code_has_a_stub()
    {
        Assert.Equal(ApiCodeRemedies.Keys, Stub.Named("errors/api-codes").Select(stub => (int)stub.ResponseBody["apiCode"]!));
        Assert.Equal(StatusCodeRemedies.Keys.Except([200]), Stub.Named("errors/status-codes").Select(stub => (int)stub.ResponseBody["statusCode"]!));
    }

    private static void SaysWhatTheStubSays(GenAuthApiException exception, string stub, int httpStatus)
    {
        var response = Stub.Named(stub).Single().ResponseBody;
        exception.AssertMatches(response);
        Assert.IsType(ErrorResponse.ExceptionOf(exception.StatusCode), exception);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(exception.ApiCode is { } apiCode ? ApiCodeRemedies[apiCode.Value] : StatusCodeRemedies[exception.StatusCode], exception.Remedy);
    }
}
