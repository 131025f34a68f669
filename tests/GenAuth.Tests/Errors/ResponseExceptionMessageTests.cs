using System.Net;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Errors;

public sealed class ResponseExceptionMessageTests
{
    [Fact]
    public async Task The_message_tells_status_type_identifier_and_place_but_not_the_body()
    {
        var exception = await RefusalOf("""{"requestId":"934108e5","statusCode":200,"data":{"authInfo":{"token":"hunter2"}}}""");

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
    public async Task The_identifier_is_told_wherever_it_stands_in_the_body() =>
        Assert.Equal("934108e5", (await RefusalOf("""{"statusCode":200,"data":{"authInfo":[]},"requestId":"934108e5"}""")).RequestId);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    public async Task A_place_with_a_strange_name_stays_on_one_line(string name)
    {
        var exception = await RefusalOf("{\"statusCode\":200,\"data\":{\"" + name + "\":[ }}");

        Assert.Equal(GenAuthResponseProblem.Malformed, exception.Problem);
        Assert.DoesNotContain(exception.Message, character => char.IsControl(character) || character is '\u2028' or '\u2029');
    }

    [Fact]
    public async Task A_place_with_a_long_name_does_not_make_the_message_long()
    {
        var exception = await RefusalOf("{\"statusCode\":200,\"data\":{\"" + new string('n', 100_000) + "\":[ }}");

        Assert.InRange(exception.Message.Length, 1, 2_000);
    }

    [Fact]
    public void What_an_answer_does_not_name_is_not_told() => Assert.Equal(
        "op received a response that is not valid for the API (HTTP 502, no content type): why.",
        new GenAuthInvalidResponseException("op", GenAuthResponseProblem.NotJson, "why.", new(HttpStatusCode.BadGateway, null, null, null, string.Empty)).Message);

    private static async Task<GenAuthInvalidResponseException> RefusalOf(string body)
    {
        using var handler = new StubHandler(body);
        return await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => Clients.Create(handler, options => options.ResponseValidation = ResponseValidation.Strict).GetAlipayAuthInfoAsync("my-alipay"));
    }
}
