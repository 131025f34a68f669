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
    public async Task A_failing_HTTP_status_beats_a_body_that_claims_success(string stub, int httpStatus)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.IsType(Refusal.KindOf(httpStatus), exception);
        Assert.Equal(httpStatus, exception.StatusCode);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
    }

    [Theory]
    [StubCase("broken/no-envelope-in-a-refusal#404", 404, typeof(GenAuthNotFoundException), null)]
    [StubCase("broken/no-envelope-in-a-refusal#418", 418, typeof(GenAuthApiException), null)]
    [StubCase("broken/no-envelope-in-a-refusal#429", 429, typeof(GenAuthRateLimitedException), "from-the-gateway")]
    [StubCase("broken/no-envelope-in-a-refusal#502", 502, typeof(GenAuthServerException), "934108e5-9fbf-4d24-8da1-c330328abd6c")]
    public async Task Where_the_body_states_no_outcome_the_HTTP_status_does(string stub, int httpStatus, Type kind, string? requestId)
    {
        var exception = await ServeCase(stub).RefusedAsync();

        Assert.IsType(kind, exception);
        Assert.Equal(httpStatus, exception.StatusCode);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(requestId, exception.RequestId);
    }
}
