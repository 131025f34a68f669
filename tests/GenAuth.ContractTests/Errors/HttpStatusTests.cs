using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Errors;

public sealed class HttpStatusTests : ContractTest
{
    [Theory]
    [StubCase("broken/success-under-a-failing-http-status#400", 400)]
    [StubCase("broken/success-under-a-failing-http-status#401", 401)]
    [StubCase("broken/success-under-a-failing-http-status#404", 404)]
    [StubCase("broken/success-under-a-failing-http-status#500", 500)]
    [StubCase("broken/success-under-a-failing-http-status#503", 503)]
    public async Task Failing_HTTP_status_is_an_exception_although_the_body_claims_success(string stub, int httpStatus)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.IsType(ErrorResponse.ExceptionOf(httpStatus), exception);
        Assert.Equal(httpStatus, exception.StatusCode);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/errors-without-envelope#404", 404, typeof(GenAuthNotFoundException), null)]
    [StubCase("broken/errors-without-envelope#418", 418, typeof(GenAuthApiException), null)]
    [StubCase("broken/errors-without-envelope#429", 429, typeof(GenAuthRateLimitedException), "from-the-gateway")]
    [StubCase("broken/errors-without-envelope#502", 502, typeof(GenAuthServerException), "934108e5-9fbf-4d24-8da1-c330328abd6c")]
    public async Task HTTP_status_decides_when_the_body_has_no_statusCode(string stub, int httpStatus, Type kind, string? requestId)
    {
        var exception = await ServeCase(stub).ErrorAsync();

        Assert.IsType(kind, exception);
        Assert.Equal(httpStatus, exception.StatusCode);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(requestId, exception.RequestId);
    }
}
