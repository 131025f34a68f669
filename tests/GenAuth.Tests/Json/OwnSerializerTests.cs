using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

/// <summary>An application keeps values of open sets in objects of its own, which it serializes by itself.</summary>
public sealed class OwnSerializerTests
{
    [Theory]
    [InlineData("""{"Text":"alipay","Number":2333,"PerhapsText":"wechat","PerhapsNumber":7654321}""")]
    [InlineData("""{"Text":"brand_new","Number":-1,"PerhapsText":null,"PerhapsNumber":null}""")]
    [InlineData("""{"Text":"","Number":0,"PerhapsText":"","PerhapsNumber":0}""")]
    public void What_was_read_is_written_again(string json) => Assert.Equal(json, JsonConvert.SerializeObject(Read(json)));

    [Fact]
    public void A_known_value_is_read_as_its_constant()
    {
        var kept = Read("""{"Text":"alipay","PerhapsText":"alipay","Number":"2333","PerhapsNumber":2333.0}""");

        Assert.Equal((SignInByMobileConnection.Alipay, SignInByMobileConnection.Alipay), (kept.Text, kept.PerhapsText));
        Assert.Equal((ApiCode.InvalidCredentials, ApiCode.InvalidCredentials), (kept.Number, kept.PerhapsNumber));
    }

    [Fact]
    public void Null_is_the_default_where_null_has_no_place() =>
        Assert.Equal((default, default), (Read("""{"Text":null,"Number":null}""").Text, Read("""{"Text":null,"Number":null}""").Number));

    [Theory]
    [InlineData("""{"Text":["alipay"]}""", "text")]
    [InlineData("""{"PerhapsText":{}}""", "text")]
    [InlineData("""{"Number":"many"}""", "a whole number")]
    [InlineData("""{"PerhapsNumber":2333.5}""", "a whole number")]
    public void Value_of_another_type_is_refused_with_its_path(string json, string expected)
    {
        var exception = Assert.Throws<JsonSerializationException>(() => Read(json));

        Assert.StartsWith($"Expected {expected} but found ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(json.Split('"')[1], exception.Path);
        Assert.Equal(1, exception.LineNumber);
    }

    private static Kept Read(string json) => JsonConvert.DeserializeObject<Kept>(json)!;

    private sealed class Kept
    {
        public SignInByMobileConnection Text { get; set; }

        public ApiCode Number { get; set; }

        public SignInByMobileConnection? PerhapsText { get; set; }

        public ApiCode? PerhapsNumber { get; set; }
    }
}
