using System.Net;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Errors;

/// <summary>The messages of invalid responses name the problem and the remedy.</summary>
public sealed class ResponseProblemTests
{
    private const string Beginning = "Authentication_getAlipayAuthInfo received a response that is not valid for the API (HTTP 200, application/json): ";

    [Theory]
    [InlineData("", GenAuthResponseProblem.Empty, "the body is empty. Check the host in the client's options, and the proxies and gateways between this program and the service.")]
    [InlineData("<html/>", GenAuthResponseProblem.NotJson, "the body is not JSON; a proxy or gateway responded instead of the service. Check the host in the client's options, or try again later.")]
    [InlineData("true", GenAuthResponseProblem.NoStatusCode, "the body has no numeric statusCode, so the result of the call is unknown. Check that the host in the client's options is the service itself.")]
    [InlineData("{\"data\":{}}", GenAuthResponseProblem.NoStatusCode, "the body has no numeric statusCode, so the result of the call is unknown. Check that the host in the client's options is the service itself.")]
    [InlineData("{\"statusCode\":403,\n\"data\":[}", GenAuthResponseProblem.Malformed, "the body's JSON is truncated or malformed at line 2, column 8. Try again.")]
    [InlineData("{\"statusCode\":200", GenAuthResponseProblem.Malformed, "the body's JSON is truncated or malformed at line 1, column 17. Try again.")]
    [InlineData("{\"statusCode\":200,\"data\":[]}", GenAuthResponseProblem.WrongType, "data (line 1, column 26) has a type that cannot be read as the documented one. Update the SDK, or report the difference.")]
    public async Task Each_response_problem_has_its_remedy(string body, GenAuthResponseProblem problem, string explanation)
    {
        var exception = await GetExceptionAsync(body, HttpStatusCode.OK);

        Assert.Equal(problem, exception.Problem);
        Assert.Equal(Beginning + explanation, exception.Message);
        Assert.Equal(body, exception.BodyPreview);
    }

    [Fact]
    public async Task A_response_larger_than_the_limit_names_the_setting()
    {
        var exception = await GetExceptionAsync(StubHandler.Success, HttpStatusCode.OK, options => options.MaxResponseBytes = 10);

        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
        Assert.Equal(Beginning + "the body has more bytes than MaxResponseBytes allows (10). Ask for less at once, or raise that option.", exception.Message);
        Assert.Equal(StubHandler.Success[..10], exception.BodyPreview);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("/there?code=hunter2", "")]
    [InlineData("https://login.example.com:8443/there?code=hunter2", " to https://login.example.com:8443")]
    public async Task Message_of_a_redirect_names_its_origin_without_the_path(string? location, string target)
    {
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse(string.Empty, HttpStatusCode.TemporaryRedirect, ("Location", location))));
        var client = new AuthenticationClient(Clients.Options(), new HttpClient(service));

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.SignInByAlipayAsync("my-alipay", "code"));

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.EndsWith(
            $": the server redirects{target}, which this call does not follow. Set the host in the client's options to the final address.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(299, null)]
    [InlineData(300, typeof(GenAuthInvalidResponseException))]
    [InlineData(399, typeof(GenAuthInvalidResponseException))]
    [InlineData(400, typeof(GenAuthBadRequestException))]
    [InlineData(500, typeof(GenAuthServerException))]
    public async Task Success_in_the_body_needs_a_successful_HTTP_status(int status, Type? failure)
    {
        using var handler = new StubHandler(StubHandler.Success, (HttpStatusCode)status);

        var exception = await Record.ExceptionAsync(() => Clients.Create(handler).GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Equal(failure, exception?.GetType());
    }

    [Theory]
    [InlineData("""{"statusCode":403,"requestId":"of-the-body"}""", "of-the-body")]
    [InlineData("""{"statusCode":403}""", "of-the-header")]
    [InlineData("""{"statusCode":200,"requestId":"of-the-body","data":[]}""", "of-the-body")]
    [InlineData("""{"statusCode":200,"data":[]}""", "of-the-header")]
    [InlineData("""{"requestId":"of-the-body"}""", "of-the-body")]
    [InlineData("<html/>", "of-the-header")]
    public async Task The_request_is_identified_by_the_body_or_else_by_the_header(string body, string requestId)
    {
        GenAuthResponseInfo? received = null;
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse(body, headers: ("x-request-id", "of-the-header"))));
        var client = new AuthenticationClient(Clients.Options(), new HttpClient(service));

        var exception = await Assert.ThrowsAnyAsync<GenAuthException>(
            () => client.GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { OnResponse = response => received = response }));

        Assert.Equal(requestId, (exception as GenAuthApiException)?.RequestId ?? (exception as GenAuthInvalidResponseException)?.RequestId);
        Assert.Equal(requestId, exception.Response?.RequestId);
        Assert.Same(exception.Response, received);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("-7")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Any_JSON_value_is_a_response_of_an_undescribed_operation(string body)
    {
        using var handler = new StubHandler(body);

        Assert.Equal(JToken.Parse(body), await Clients.Create(handler).SendAsync<JToken>(HttpMethod.Get, "/api/v3/anything"));
    }

    [Fact]
    public async Task Response_inside_an_envelope_is_classified_like_one_without()
    {
        using var handler = new StubHandler("""{"statusCode":200,"requestId":"r","data":{"rsa":[]}}""");

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => 
            Clients.Create(handler, options => options.ResponseValidation = ResponseValidation.Strict).GetSystemInfoAsync());

        Assert.Equal((GenAuthResponseProblem.WrongType, "r"), (exception.Problem, exception.RequestId));
    }

    private static async Task<GenAuthInvalidResponseException> GetExceptionAsync(string body, HttpStatusCode status, Action<AuthenticationClientOptions>? change = null)
    {
        using var handler = new StubHandler(body, status);
        return await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler, change).GetAlipayAuthInfoAsync("my-alipay"));
    }
}
