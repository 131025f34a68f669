using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

public sealed class ForeignBodyTests : ContractTest
{
    [Theory]
    [StubCase("broken/gateway-pages#HTML with 200", 200, "text/html")]
    [StubCase("broken/gateway-pages#HTML with 404", 404, "text/html")]
    [StubCase("broken/gateway-pages#HTML with 413", 413, "text/html")]
    [StubCase("broken/gateway-pages#HTML with 502", 502, "text/html")]
    [StubCase("broken/gateway-pages#HTML with 503", 503, "text/html", 120, "gw-1")]
    [StubCase("broken/gateway-pages#plain text with 429", 429, "text/plain", 5)]
    [StubCase("broken/gateway-pages#HTML that claims to be JSON", 200, "application/json")]
    [StubCase("broken/gateway-pages#text without a type", 200, null)]
    public async Task Page_of_a_gateway_is_an_invalid_response_of_kind_NotJson(string stub, int httpStatus, string? contentType, int? retryAfter = null, string? requestId = null)
    {
        var exception = await ServeCase(stub).Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.NotJson, exception.Problem);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(contentType, exception.ContentType);
        Assert.Equal(retryAfter, exception.RetryAfter?.TotalSeconds);
        Assert.Equal(requestId, exception.RequestId);
        Assert.Contains("do-not-repeat", exception.BodyPreview, StringComparison.Ordinal);
    }

    [Theory]
    [StubCase("broken/empty-responses#200", 200, null)]
    [StubCase("broken/empty-responses#202 of type JSON", 202, null)]
    [StubCase("broken/empty-responses#204", 204, null)]
    [StubCase("broken/empty-responses#500", 500, "gw-2")]
    [StubCase("broken/empty-responses#white space", 200, null)]
    public async Task Empty_body_is_an_invalid_response(string stub, int httpStatus, string? requestId)
    {
        var exception = await ServeCase(stub).Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.Empty, exception.Problem);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Equal(requestId, exception.RequestId);
        Assert.Empty(exception.BodyPreview.Trim());
    }

    [Theory]
    [EveryStub("broken/other-roots")]
    public async Task JSON_that_is_not_an_object_is_an_invalid_response_without_a_statusCode(string stub)
    {
        var exception = await ServeCase(stub).Client().InvalidResponseAsync();
        Assert.Equal(GenAuthResponseProblem.NoStatusCode, exception.Problem);
        Assert.Equal("application/json", exception.ContentType);
    }

    [Theory]
    [EveryStub("broken/no-status-code")]
    public async Task Object_without_a_statusCode_at_its_root_is_not_a_success(string stub)
    {
        var exception = await ServeCase(stub).Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.NoStatusCode, exception.Problem);
        Assert.Equal("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.RequestId);
        Assert.Contains("934108e5-9fbf-4d24-8da1-c330328abd6c", exception.Message, StringComparison.Ordinal);
    }
}
