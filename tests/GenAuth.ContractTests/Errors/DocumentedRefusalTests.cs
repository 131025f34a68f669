using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

public sealed class DocumentedRefusalTests : ContractTest
{
    private static readonly IReadOnlyDictionary<int, string> ApiCodeRemedies = ApiDocument.Remedies("ApiCode");
    private static readonly IReadOnlyDictionary<int, string> StatusCodeRemedies = ApiDocument.Remedies("StatusCode");

    [Theory]
    [EveryStub("errors/api-codes")]
    public async Task An_apiCode_becomes_the_exception_of_its_kind(string stub)
    {
        var exception = await ServeCase(stub).RefusedAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus: 200);
    }

    [Theory]
    [EveryStub("errors/api-codes")]
    public async Task An_apiCode_does_so_under_an_HTTP_status_of_its_own_too(string stub)
    {
        var httpStatus = (int)Stub.Named(stub).Single().Answer["statusCode"]!;
        var exception = await ServeCase(stub, httpStatus).RefusedAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus);
    }

    [Theory]
    [EveryStub("errors/status-codes")]
    public async Task A_statusCode_becomes_the_exception_of_its_kind(string stub)
    {
        var exception = await ServeCase(stub).RefusedAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus: 200);
    }

    [Theory]
    [EveryStub("errors/status-codes")]
    public async Task A_statusCode_does_so_under_an_HTTP_status_of_its_own_too(string stub)
    {
        var httpStatus = (int)Stub.Named(stub).Single().Answer["statusCode"]!;
        var exception = await ServeCase(stub, httpStatus).RefusedAsync();
        SaysWhatTheStubSays(exception, stub, httpStatus);
    }

    [Fact]
    public void Every_documented_number_has_its_stub()
    {
        Assert.Equal(ApiCodeRemedies.Keys, Stub.Named("errors/api-codes").Select(stub => (int)stub.Answer["apiCode"]!));
        Assert.Equal(StatusCodeRemedies.Keys.Except([200]), Stub.Named("errors/status-codes").Select(stub => (int)stub.Answer["statusCode"]!));
    }

    private static void SaysWhatTheStubSays(GenAuthApiException exception, string stub, int httpStatus)
    {
        var answer = Stub.Named(stub).Single().Answer;
        exception.SaysWhat(answer);
        Assert.IsType(Refusal.KindOf(exception.StatusCode), exception);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(exception.ApiCode is { } apiCode ? ApiCodeRemedies[apiCode.Value] : StatusCodeRemedies[exception.StatusCode], exception.Remedy);
    }
}
