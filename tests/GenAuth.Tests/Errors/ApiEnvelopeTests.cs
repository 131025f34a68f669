using System.Text;
using GenAuth.Models;
using GenAuth.Pipeline;
using Newtonsoft.Json;

namespace GenAuth.Tests.Errors;

public sealed class ApiEnvelopeTests
{
    [Fact]
    public void Error_is_read_completely()
    {
        var envelope = Read("""{"statusCode":403,"message":"No.","apiCode":2333,"requestId":"934108e5","data":{"mfaToken":"t"}}""");

        Assert.Equal(403, envelope.StatusCode);
        Assert.Equal("No.", envelope.Message);
        Assert.Equal(ApiCode.InvalidCredentials, envelope.ApiCode);
        Assert.Equal("934108e5", envelope.RequestId);
        Assert.Equal("""{"mfaToken":"t"}""", envelope.Data);
    }

    [Theory]
    [InlineData("403", 403)]
    [InlineData("\"403\"", 403)]
    [InlineData("403.0", 403)]
    [InlineData("4.03e2", 403)]
    [InlineData("\" 403 \"", 403)]
    [InlineData("-1", -1)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("-2147483649", null)]
    [InlineData("123456789012345678901234567890", null)]
    [InlineData("403.5", null)]
    [InlineData("1e400", null)]
    [InlineData("\"no number\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("true", null)]
    [InlineData("[403]", null)]
    [InlineData("{\"code\":403}", null)]
    public void Number_is_read_in_every_spelling_and_anything_else_is_null(string json, int? number)
    {
        var envelope = Read($$"""{"statusCode":{{json}},"apiCode":{{json}},"message":"still read"}""");

        Assert.Equal(number, envelope.StatusCode);
        Assert.Equal(number, envelope.ApiCode?.Value);
        Assert.Equal("still read", envelope.Message);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"2016-03-14T09:26:53.000Z\"", "2016-03-14T09:26:53.000Z")]
    [InlineData("7", "7")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("{\"a\": [1, 2]}", "{\"a\":[1,2]}")]
    [InlineData("[\"a\"]", "[\"a\"]")]
    public void Message_of_any_JSON_type_is_read_as_text(string json, string? text)
    {
        var envelope = Read($$"""{"message":{{json}},"statusCode":403}""");

        Assert.Equal(text, envelope.Message);
        Assert.Equal(403, envelope.StatusCode);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("7", "7")]
    [InlineData("null", null)]
    [InlineData("{\"a\":1}", null)]
    [InlineData("[\"a\"]", null)]
    public void RequestId_is_read_from_a_scalar_only(string json, string? text)
    {
        var envelope = Read($$"""{"requestId":{{json}},"statusCode":403}""");

        Assert.Equal(text, envelope.RequestId);
        Assert.Equal(403, envelope.StatusCode);
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("\"text\"", "\"text\"")]
    [InlineData("\"2016-03-14T09:26:53.000Z\"", "\"2016-03-14T09:26:53.000Z\"")]
    [InlineData("7", "7")]
    [InlineData("[]", "[]")]
    [InlineData("{\"at\": \"2016-03-14T09:26:53+08:00\"}", "{\"at\":\"2016-03-14T09:26:53+08:00\"}")]
    public void The_data_is_kept_as_json(string json, string? data) => Assert.Equal(data, Read($$"""{"data":{{json}}}""").Data);

    [Fact]
    public void Unknown_members_are_skipped() =>
        Assert.Equal(404, Read("""{"a":{"statusCode":1,"b":[{"statusCode":2}]},"c":[3],"statusCode":404,"d":{"statusCode":5}}""").StatusCode);

    [Theory]
    [InlineData("{\"error\":\"invalid_grant\"}", "invalid_grant")]
    [InlineData("{\"error_description\":\"grant request is invalid\"}", "grant request is invalid")]
    [InlineData("{\"error\":\"invalid_grant\",\"error_description\":\"grant request is invalid\"}", "grant request is invalid")]
    [InlineData("{\"error_description\":\"grant request is invalid\",\"error\":\"invalid_grant\"}", "grant request is invalid")]
    [InlineData("{\"message\":\"No.\",\"error\":\"Forbidden\"}", "No.")]
    [InlineData("{\"error\":\"invalid_grant\",\"error_description\":null}", "invalid_grant")]
    [InlineData("{\"error\":{\"message\":\"deep\"},\"statusCode\":403}", null)]
    [InlineData("{\"error_description\":[\"deep\"],\"statusCode\":403}", null)]
    public void OAuth_error_is_a_message_and_its_description_takes_precedence(string json, string? message) =>
        Assert.Equal(message, Read(json).Message);

    [Theory]
    [InlineData("{\"code\":500,\"message\":\"No.\"}", 500)]
    [InlineData("{\"message\":\"No.\",\"code\":\"500\"}", 500)]
    [InlineData("{\"code\":500}", null)]
    [InlineData("{\"message\":\"No.\",\"code\":{\"statusCode\":1}}", null)]
    [InlineData("{\"message\":\"No.\"}", null)]
    public void Member_code_is_the_outcome_only_with_a_message(string json, int? outcome) => Assert.Equal(outcome, Read(json).LegacyStatusCode);

    [Theory]
    [InlineData("{\"statusCode\":200,\"statusCode\":403}", 403)]
    [InlineData("{\"statusCode\":403,\"statusCode\":200}", 403)]
    [InlineData("{\"statusCode\":403,\"statusCode\":404}", 403)]
    [InlineData("{\"statusCode\":200,\"statusCode\":null}", 200)]
    [InlineData("{\"statusCode\":[200],\"statusCode\":403}", 403)]
    [InlineData("{\"statusCode\":200,\"StatusCode\":403,\"STATUSCODE\":404}", 403)]
    [InlineData("{\"statusCode\":200,\"StatusCode\":200}", 200)]
    [InlineData("{\"statusCode\":404,\"StatusCode\":403}", 404)]
    [InlineData("{\"StatusCode\":403}", null)]
    public void Error_takes_precedence_among_several_outcomes(string json, int? outcome) => Assert.Equal(outcome, Read(json).StatusCode);

    [Fact]
    public void Text_behind_a_success_is_searched_for_another_outcome_only()
    {
        var envelope = ApiEnvelope.Read(
            Encoding.UTF8.GetBytes("""{"statusCode":200,"message":"not read","data":{"statusCode":1},"StatusCode":403}"""), untilSuccess: true, findConflict: true);

        Assert.Equal(403, envelope.StatusCode);
        Assert.Null(envelope.Message);
        Assert.Null(envelope.Data);
    }

    [Fact]
    public void Text_before_the_damage_is_read()
    {
        var envelope = ApiEnvelope.ReadPartial(Encoding.UTF8.GetBytes("""{"statusCode":200,"requestId":"934108e5","message":"No.","data":{ broken"""));

        Assert.Equal(200, envelope.StatusCode);
        Assert.Equal("934108e5", envelope.RequestId);
        Assert.Equal("No.", envelope.Message);
    }

    [Fact]
    public void An_empty_object_states_nothing()
    {
        var envelope = Read("{}");

        Assert.Null(envelope.StatusCode);
        Assert.Null(envelope.Data);
    }

    [Fact]
    public void Success_is_read_only_as_far_as_needed()
    {
        Assert.Equal(200, Read("""{"statusCode":200,"data":{ broken""", untilSuccess: true).StatusCode);
        Assert.Throws<JsonReaderException>(() => Read("""{"statusCode":200,"data":{ broken""", untilSuccess: false));
        Assert.Throws<JsonReaderException>(() => Read("""{"statusCode":403,"data":{ broken""", untilSuccess: true));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"statusCode\"")]
    [InlineData("{\"statusCode\":")]
    [InlineData("{\"statusCode\":403")]
    [InlineData("{\"statusCode\":403,")]
    [InlineData("{\"data\":{}")]
    public void Truncated_object_is_not_JSON(string json) =>
        Assert.False(string.IsNullOrWhiteSpace(Assert.ThrowsAny<JsonException>(() => Read(json)).Message));

    [Theory]
    [InlineData("[]")]
    [InlineData("403")]
    [InlineData("{\"statusCode\":new Number(403)}")]
    [InlineData("new Number(403)")]
    public void JSON_that_is_not_an_object_is_not_an_envelope(string json) =>
        Assert.False(string.IsNullOrWhiteSpace(Assert.ThrowsAny<JsonException>(() => Read(json)).Message));

    [Fact]
    public void Error_among_comments_is_read()
    {
        var envelope = Read("/**/{/**/\"statusCode\":/**/403/**/,/**/\"message\":/**/\"No.\"/**/}");

        Assert.Equal(403, envelope.StatusCode);
        Assert.Equal("No.", envelope.Message);
    }

    // Some readers accept more than JSON; none of it may cause another exception.
    [Theory]
    [InlineData("\0{\0\"statusCode\":403,\"message\":\"No.\"}")]
    [InlineData("{/**/\"statusCode\":403}")]
    [InlineData("{\"statusCode\":/**/403}")]
    [InlineData("{\"message\":new Date(1)}")]
    [InlineData("{\"message\":undefined}")]
    [InlineData("{'statusCode':403}")]
    [InlineData("{statusCode:403}")]
    [InlineData("{\"statusCode\":403]")]
    public void Text_similar_to_JSON_is_read_or_refused(string json) =>
        Assert.True(Record.Exception(() => Read(json)) is null or JsonException);

    private static ApiEnvelope Read(string json, bool untilSuccess = false) => ApiEnvelope.Read(Encoding.UTF8.GetBytes(json), untilSuccess);
}
