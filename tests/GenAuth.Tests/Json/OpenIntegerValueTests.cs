using CsCheck;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

public sealed class OpenIntegerValueTests
{
    [Theory]
    [InlineData("2333")]
    [InlineData("\"2333\"")]
    [InlineData("2333.0")]
    public void A_known_number_is_read_as_its_constant(string json)
    {
        var code = Read(json);

        Assert.Equal(ApiCode.InvalidCredentials, code);
        Assert.Equal("InvalidCredentials", code?.Name);
        Assert.Equal("2333 (InvalidCredentials)", code.ToString());
        Assert.True(code?.IsKnown);
    }

    [Theory]
    [InlineData(7654321)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Unknown_number_is_kept_without_a_description(int number)
    {
        ApiCode code = number;

        Assert.Equal(number, code.Value);
        Assert.False(code.IsKnown);
        Assert.Null(code.Name);
        Assert.Null(code.Description);
        Assert.Null(code.Remedy);
    }

    [Theory]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void An_unknown_number_is_its_own_text_in_every_culture(string culture)
    {
        using var scope = new CultureScope(culture);

        Assert.Equal("-7654321", new ApiCode(-7654321).ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"apiCode\":null}")]
    public void An_absent_number_is_null_and_is_written_as_it_came(string json)
    {
        var dto = Contract.Read<LoginTokenRespDto>(json);

        Assert.Null(dto.ApiCode);
        Assert.Equal(json.Contains("apiCode", StringComparison.Ordinal), Contract.Write(dto).Contains("\"apiCode\":null", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2333.5")]
    [InlineData("2147483648")]
    [InlineData("\"many\"")]
    [InlineData("\"\"")]
    [InlineData("true")]
    [InlineData("[2333]")]
    public void Fraction_or_text_is_refused(string json) => Assert.Throws<JsonSerializationException>(() => Contract.Read<List<ApiCode>>($"[{json}]"));

    [Theory]
    [InlineData("2333.5")]
    [InlineData("\"\"")]
    [InlineData("{\"code\":2333}")]
    public void Invalid_number_in_an_envelope_is_kept_as_an_additional_property(string json)
    {
        var dto = Contract.Read<LoginTokenRespDto>($"{{\"apiCode\":{json},\"requestId\":\"after it\"}}");

        Assert.Null(dto.ApiCode);
        Assert.Equal(json, dto.AdditionalProperties["apiCode"].ToString(Formatting.None));
        Assert.Equal("after it", dto.RequestId);
    }

    [Fact]
    public void Any_number_is_written_as_it_was_read() => Gen.Int.Sample(
        number => Assert.Equal($"{{\"statusCode\":0,\"apiCode\":{number}}}", Contract.Write(Contract.Read<LoginTokenRespDto>($"{{\"apiCode\":{number}}}"))),
        iter: 1_000);

    [Fact]
    public void Values_are_equal_when_their_numbers_are() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3]).Sample(
        (left, right) =>
        {
            ApiCode a = left, b = right;

            Assert.Equal(left == right, a == b);
            Assert.Equal(left != right, a != b);
            Assert.Equal(left == right, a.Equals((object)b));
            Assert.Equal(left, (int)a);
            Assert.True(a != b || a.GetHashCode() == b.GetHashCode());
        },
        iter: 1_000);

    private static ApiCode? Read(string json) => Contract.Read<LoginTokenRespDto>($"{{\"apiCode\":{json}}}").ApiCode;
}
