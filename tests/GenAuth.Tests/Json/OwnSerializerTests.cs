using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.Tests.Json;

/// <summary>Extensible enums in types of an application that it serializes itself.</summary>
public sealed class OwnSerializerTests
{
    [Theory]
    [InlineData("""{"Text":"alipay","Number":2333,"PerhapsText":"wechat","PerhapsNumber":7654321}""")]
    [InlineData("""{"Text":"brand_new","Number":-1,"PerhapsText":null,"PerhapsNumber":null}""")]
    [InlineData("""{"Text":"","Number":0,"PerhapsText":"","PerhapsNumber":0}""")]
    public void Value_is_written_back(string json) => Assert.Equal(json, JsonConvert.SerializeObject(Read(json)));

    [Fact]
    public void A_known_value_is_read_as_its_constant()
    {
        var stored = Read("""{"Text":"alipay","PerhapsText":"alipay","Number":"2333","PerhapsNumber":2333.0}""");

        Assert.Equal((SignInByMobileConnection.Alipay, SignInByMobileConnection.Alipay), (stored.Text, stored.PerhapsText));
        Assert.Equal((ApiCode.InvalidCredentials, ApiCode.InvalidCredentials), (stored.Number, stored.PerhapsNumber));
    }

    [Fact]
    public void Null_is_the_default_of_a_member_that_cannot_be_null() =>
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

    private static Stored Read(string json) => JsonConvert.DeserializeObject<Stored>(json)!;

    private sealed class Stored
    {
        public SignInByMobileConnection Text { get; set; }

        public ApiCode Number { get; set; }

        public SignInByMobileConnection? PerhapsText { get; set; }

        public ApiCode? PerhapsNumber { get; set; }
    }
}
