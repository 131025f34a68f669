using System.Net;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>Operations whose documented response has no envelope, with and without one.</summary>
public sealed class PlainResponseTests
{
    private const string SystemInfo = """{"rsa":{"publicKey":"r"},"sm2":{"publicKey":"s"},"version":{"server":"1"},"publicIps":["203.0.113.7"]}""";

    [Theory]
    [InlineData(SystemInfo)]
    [InlineData("""{"statusCode":200,"message":"Success","data":""" + SystemInfo + "}")]
    [InlineData("""{"code":200,"message":"Success","data":""" + SystemInfo + "}")]
    public async Task Members_are_read_at_the_root_and_in_an_envelope(string body)
    {
        var info = await Clients.Create(new StubHandler(body)).GetSystemInfoAsync();

        Assert.Equal("r", info.Rsa.PublicKey);
        Assert.Equal(["203.0.113.7"], info.PublicIps);
    }

    [Theory]
    [InlineData("""{"statusCode":403,"message":"no","apiCode":2333,"requestId":"r-1"}""", HttpStatusCode.OK)]
    [InlineData("""{"code":403,"message":"no","apiCode":"2333","requestId":"r-1"}""", HttpStatusCode.OK)]
    [InlineData("""{"error":"access_denied","error_description":"no","apiCode":2333,"requestId":"r-1"}""", HttpStatusCode.Forbidden)]
    [InlineData("""{"error":"no","apiCode":2333,"requestId":"r-1"}""", HttpStatusCode.Forbidden)]
    public async Task Error_of_any_form_is_the_exception_of_its_status(string body, HttpStatusCode status)
    {
        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(() => Clients.Create(new StubHandler(body, status)).GetSystemInfoAsync());

        Assert.Equal((403, 2333, "r-1"), (exception.StatusCode, exception.ApiCode?.Value, exception.RequestId));
        Assert.Contains("no", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_code_is_not_an_outcome_when_an_envelope_is_documented()
    {
        var client = Clients.Create(new StubHandler("""{"code":403,"message":"no"}"""));

        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.GetProfileAsync());
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("null")]
    public async Task Any_JSON_is_a_response_of_an_undescribed_operation(string body)
    {
        var response = await Clients.Create(new StubHandler(body)).WebAuthnLoginInitializeAsync();

        Assert.True(JToken.DeepEquals(JToken.Parse(body), response));
    }

    [Fact]
    public async Task Empty_body_is_a_response_of_an_undescribed_operation()
    {
        var response = await Clients.Create(new StubHandler(string.Empty)).WebAuthnLoginInitializeAsync();

        Assert.Equal(JTokenType.Null, response.Type);
    }

    [Fact]
    public async Task Error_of_an_undescribed_operation_is_an_exception()
    {
        var client = Clients.Create(new StubHandler("""{"statusCode":401,"message":"no","apiCode":2020}"""));

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => client.WebAuthnLoginInitializeAsync());
    }

    [Theory]
    [InlineData("expire_in", 7200)]
    [InlineData("expires_in", 7200)]
    public async Task Lifetime_of_tokens_without_an_envelope_is_read_under_both_names(string member, long seconds)
    {
        var client = Clients.Create(new StubHandler($$"""{"access_token":"t","token_type":"Bearer","{{member}}":"{{seconds}}"}"""));

        var tokens = await client.BindWechatMobileByAccountIdAsync(new BindByAccountIdInputApi());

        Assert.Equal(seconds, tokens.ExpireIn);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("")]
    public async Task Page_of_a_gateway_is_an_invalid_response(string body) =>
        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(new StubHandler(body)).GetSystemInfoAsync());

    [Fact]
    public async Task Page_of_a_gateway_is_an_invalid_response_of_an_undescribed_operation() =>
        await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(new StubHandler("<html></html>")).WebAuthnLoginInitializeAsync());
}
