using System.Net;
using CsCheck;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

/// <summary>A call with an arbitrary response returns a result or throws an exception of the SDK whose message is safe to log.</summary>
public sealed class ArbitraryResponseProperties
{
    private const string Secret = "hunter2";

    private static readonly Gen<string> Name = Gen.Frequency(
        (4, Gen.OneOf("statusCode", "apiCode", "requestId", "data", "authInfo")),
        (1, Gen.OneOf("", "a.b", "line\nbreak", "it's", new string('n', 5_000))));

    private static readonly Gen<JToken> Value = Gen.Frequency(
        (2, Gen.OneOf(200, 200, 403, 1635, 2004).Select(JToken (number) => new JValue(number))),
        (1, Gen.Const(JToken () => new JValue(Secret))),
        (2, AnyJson.Value));

    private static readonly Gen<string> Json =
        AnyJson.ObjectOf(Name, Gen.Frequency((2, Value), (1, AnyJson.ObjectOf(Name, Value, 3).Select(JToken (data) => data))), 5).Select(AnyJson.Write);

    private static readonly Gen<string> Body = Gen.OneOf(
        Json,
        Gen.Select(Json, Gen.Int.NonNegative, Gen.OneOf("/**/", "'", "new a(1)", "undefined", "]", "}", ":", ",", "", "<html>"))
            .Select((json, where, insert) => json[..(where % json.Length)] + insert + json[(where % json.Length)..]),
        Gen.Select(Json, Gen.Int.NonNegative).Select((json, where) => json[..(where % json.Length)]),
        Gen.String);

    private static readonly Gen<(string Body, HttpStatusCode Status, string ContentType)> Response = Gen.Select(
        Body,
        Gen.OneOf(HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.Found, HttpStatusCode.NotFound, HttpStatusCode.BadGateway),
        Gen.OneOf("application/json", "text/html", "application/octet-stream"));

    [Fact]
    public Task Any_response_is_a_result_or_an_exception_of_the_SDK() => SampleAsync(exception =>
        Assert.True(exception is null or GenAuthException, $"{exception}"));

    [Fact]
    public Task Message_of_any_response_is_one_line_of_bounded_length() => SampleAsync(exception =>
    {
        if (exception is GenAuthException)
        {
            Assert.DoesNotContain(exception.Message, char.IsControl);
            Assert.InRange(exception.Message.Length, 1, 2_000);
        }
    });

    [Fact]
    public Task Exception_of_any_response_shows_no_value_of_the_body() => SampleAsync(exception =>
    {
        // The request ID is part of the message, and here it may contain the secret.
        var requestId = (exception as GenAuthApiException)?.RequestId ?? (exception as GenAuthInvalidResponseException)?.RequestId;
        Assert.True(exception is null || requestId?.Contains(Secret, StringComparison.Ordinal) == true || !exception.ToString().Contains(Secret, StringComparison.Ordinal), $"{exception}");
    });

    private static Task SampleAsync(Action<Exception?> check) => Response.SampleAsync(
        async response =>
        {
            using var handler = new StubHandler(response.Body, response.Status, response.ContentType);
            check(await Record.ExceptionAsync(() => Clients.Create(handler).GetAlipayAuthInfoAsync("my-alipay")));
        },
        iter: 3_000);
}
