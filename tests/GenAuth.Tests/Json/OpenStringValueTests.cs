using CsCheck;
using GenAuth.Models;
using GenAuth.Tests.Support;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

public sealed class OpenStringValueTests
{
    [Fact]
    public void A_known_value_is_read_as_its_constant()
    {
        var connection = Read("\"alipay\"");

        Assert.Equal(SignInByMobileConnection.Alipay, connection);
        Assert.True(connection.IsKnown);
    }

    [Theory]
    [InlineData("\"brand_new\"", "brand_new")]
    [InlineData("\"ALIPAY\"", "ALIPAY")]
    [InlineData("\"\"", "")]
    [InlineData("7", "7")]
    [InlineData("1.5", "1.5")]
    [InlineData("true", "true")]
    public void An_unknown_value_is_kept(string json, string value)
    {
        var connection = Read(json);

        Assert.Equal(value, connection.Value);
        Assert.Equal(value, connection.ToString());
        Assert.False(connection.IsKnown);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"connection\":null}")]
    public void An_absent_value_is_the_default_and_is_written_as_it_came(string json)
    {
        var dto = Contract.Read<SignInByMobileDto>(json);

        Assert.Equal(default, dto.Connection);
        Assert.Empty(dto.Connection.Value);
        Assert.False(dto.Connection.IsKnown);
        Assert.Equal(json, Contract.Write(dto));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[\"alipay\"]")]
    public void Object_or_list_is_kept_as_an_additional_property(string json)
    {
        var dto = Contract.Read<SignInByMobileDto>($"{{\"connection\":{json}}}");

        Assert.Equal(default, dto.Connection);
        Assert.Equal($"{{\"connection\":{json}}}", Contract.Write(dto));
    }

    [Fact]
    public void A_value_of_any_spelling_is_written_as_it_was_read() => AnyJson.Text.Sample(
        spelling =>
        {
            var json = JsonConvert.ToString(spelling);

            Assert.Equal(json, JsonConvert.ToString(Read(json).Value));
            Assert.Equal(spelling, (string?)Contract.Parse(Contract.Write(new SignInByMobileDto { Connection = spelling }))["connection"]);
        },
        iter: 1_000);

    [Fact]
    public void Values_are_equal_when_their_spellings_are() => Gen.Select(AnyJson.Text, AnyJson.Text).Sample(
        (left, right) =>
        {
            SignInByMobileConnection a = left, b = right;

            Assert.Equal(left == right, a == b);
            Assert.Equal(left != right, a != b);
            Assert.Equal(left == right, a.Equals((object)b));
            Assert.True(a != b || a.GetHashCode() == b.GetHashCode());
        },
        iter: 1_000);

    [Fact]
    public void Null_value_is_an_argument_error() =>
        Assert.Throws<ArgumentNullException>("value", () => new SignInByMobileConnection(null!));

    private static SignInByMobileConnection Read(string json) => Contract.Read<SignInByMobileDto>($"{{\"connection\":{json}}}").Connection;
}
