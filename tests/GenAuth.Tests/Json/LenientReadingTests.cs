using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

public sealed class LenientReadingTests
{
    [Theory]
    [InlineData("7200")]
    [InlineData("\"7200\"")]
    [InlineData("7200.0")]
    [InlineData("7.2e3")]
    [InlineData("\"7200.00\"")]
    [InlineData("\"7.2E3\"")]
    [InlineData("\" 7200 \"")]
    public void A_number_may_be_written_as_text(string json)
    {
        Assert.Equal(7200, Contract.Read<LoginTokenResponseDataDto>($"{{\"expire_in\":{json}}}").ExpireIn);
        Assert.Equal(7200, Contract.Read<LoginTokenRespDto>($"{{\"statusCode\":{json}}}").StatusCode);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"enabled\"", true)]
    [InlineData("\"ENABLED\"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"disabled\"", false)]
    [InlineData("\"0\"", false)]
    [InlineData("0", false)]
    public void A_flag_may_be_written_as_text_or_number(string json, bool expected)
    {
        var payload = Contract.Read<SignInByDingTalkPayloadDto>($"{{\"isSnsCode\":{json}}}");

        Assert.Equal(expected, payload.IsSnsCode);
        Assert.Empty(payload.AdditionalProperties);
    }

    [Theory]
    [InlineData("1e18", 1_000_000_000_000_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("\"9007199254740993.0\"", 9_007_199_254_740_993)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void A_large_number_is_read_exactly(string json, long expected) =>
        Assert.Equal(expected, Contract.Read<LoginTokenResponseDataDto>($"{{\"expire_in\":{json}}}").ExpireIn);

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("1e19")]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("-1e300")]
    [InlineData("7200.5")]
    [InlineData("\"NaN\"")]
    public void A_number_that_the_member_cannot_hold_is_kept_as_it_is(string json)
    {
        var token = Contract.Read<LoginTokenResponseDataDto>($"{{\"expire_in\":{json}}}");

        Assert.Equal(0, token.ExpireIn);
        Assert.True(Newtonsoft.Json.Linq.JToken.DeepEquals(Contract.Parse($"{{\"expire_in\":{json}}}"), Contract.Parse(Contract.Write(token))));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    [InlineData("[\"a\", 1]", "[\"a\",1]")]
    public void A_text_may_be_written_as_another_scalar(string json, string text) =>
        Assert.Equal(text, Contract.Read<LoginTokenRespDto>($"{{\"message\":{json}}}").Message);

    [Theory]
    [InlineData("{\"expires_in\":7200}")]
    [InlineData("{\"expires_in\":\"7200\"}")]
    [InlineData("{\"expires_in\":7200.0}")]
    [InlineData("{\"expire_in\":7200,\"expires_in\":1}")]
    [InlineData("{\"expires_in\":1,\"expire_in\":7200}")]
    public void Lifetime_of_a_token_is_read_under_the_standard_name(string json) =>
        Assert.Equal(7200, Contract.Read<LoginTokenResponseDataDto>(json).ExpireIn);

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"expires_in\":null}")]
    [InlineData("{\"expires_in\":\"soon\"}")]
    [InlineData("{\"expires_in\":{}}")]
    public void Lifetime_that_is_not_a_number_is_null(string json) => Assert.Equal(0, Contract.Read<LoginTokenResponseDataDto>(json).ExpireIn);

    [Theory]
    [InlineData("{\"statusCode\":\"many\"}")]
    [InlineData("{\"statusCode\":{}}")]
    [InlineData("{\"data\":\"text\"}")]
    [InlineData("{\"data\":[]}")]
    public void Object_in_place_of_a_scalar_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Contract.Read<LoginTokenRespDto>(json));

    [Theory]
    [InlineData("{\"statusCode\":200}{\"statusCode\":403}")]
    [InlineData("{\"statusCode\":200} <html>")]
    public void Text_after_the_document_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Contract.Read<LoginTokenRespDto>(json));
}
