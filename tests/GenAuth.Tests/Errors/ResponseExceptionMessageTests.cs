using System.Net;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class ResponseExceptionMessageTests
{
    [Fact]
    public async Task Message_has_status_type_request_id_and_position_but_not_the_body()
    {
        var exception = await GetExceptionAsync("""{"requestId":"934108e5","statusCode":200,"data":{"authInfo":{"token":"hunter2"}}}""");

        Assert.Equal(GenAuthResponseProblem.WrongType, exception.Problem);
        Assert.Equal(HttpStatusCode.OK, exception.HttpStatusCode);
        Assert.StartsWith(
            "Authentication_getAlipayAuthInfo received a response that is not valid for the API (HTTP 200, application/json, requestId 934108e5): data.authInfo (line 1, column ",
            exception.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("hunter2", exception.BodyPreview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_has_the_request_id_from_any_position_in_the_body() =>
        Assert.Equal("934108e5", (await GetExceptionAsync("""{"statusCode":200,"data":{"authInfo":[]},"requestId":"934108e5"}""")).RequestId);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    public async Task Path_with_control_characters_stays_on_one_line(string name)
    {
        var exception = await GetExceptionAsync("{\"statusCode\":200,\"data\":{\"" + name + "\":[ }}");

        Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
        Assert.DoesNotContain(exception.Message, character => char.IsControl(character) || character is '\u2028' or '\u2029');
    }

    [Fact]
    public async Task Path_with_a_long_name_is_truncated_in_the_message()
    {
        var exception = await GetExceptionAsync("{\"statusCode\":200,\"data\":{\"" + new string('n', 100_000) + "\":[ }}");

        Assert.InRange(exception.Message.Length, 1, 2_000);
    }

    [Fact]
    public void Message_omits_what_the_response_does_not_have() => Assert.Equal(
        "op received a response that is not valid for the API (HTTP 502, no content type): why.",
        new GenAuthInvalidResponseException("op", GenAuthResponseProblem.NotJson, "why.", new(HttpStatusCode.BadGateway, null, null, null, string.Empty)).Message);

    private static async Task<GenAuthInvalidResponseException> GetExceptionAsync(string body)
    {
        using var handler = new StubHandler(body);
        return await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler, options => options.ResponseValidation = ResponseValidation.Strict).GetAlipayAuthInfoAsync("my-alipay"));
    }
}
