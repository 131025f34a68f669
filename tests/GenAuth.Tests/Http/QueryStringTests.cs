using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Http;

public sealed class QueryStringTests
{
    [Fact]
    public void Empty_query_adds_nothing_to_the_address() => Assert.Empty(new QueryString().ToString());

    [Fact]
    public void Null_is_not_sent()
    {
        var query = new QueryString();
        query.Add("text", (string?)null);
        query.Add("flag", (bool?)null);
        query.Add("number", (long?)null);
        query.Add("fraction", (double?)null);
        query.Add("time", (DateTimeOffset?)null);
        query.Add("open", (SignInByMobileConnection?)null);
        query.Add("texts", (IEnumerable<string>?)null);
        query.Add("opens", (IEnumerable<SignInByMobileConnection>?)null);

        Assert.Empty(query.ToString());
    }

    [Fact]
    public void Empty_text_is_sent()
    {
        var query = new QueryString();
        query.Add("text", string.Empty);

        Assert.Equal("?text=", query.ToString());
    }

    [Fact]
    public void Values_are_written_in_the_order_of_addition()
    {
        var query = new QueryString();
        query.Add("b", "1");
        query.Add("a", true);
        query.Add("c", false);
        query.Add("b", 2L);

        Assert.Equal("?b=1&a=true&c=false&b=2", query.ToString());
    }

    [Fact]
    public void A_list_keeps_its_brackets_even_for_one_item()
    {
        var query = new QueryString();
        query.Add("userIds", (string[])["id1"]);
        query.Add("connections", (SignInByMobileConnection[])[SignInByMobileConnection.Alipay, "brand new"]);

        Assert.Equal("?userIds%5B%5D=id1&connections%5B%5D=alipay&connections%5B%5D=brand%20new", query.ToString());
    }

    [Fact]
    public void Extensible_enum_is_written_in_its_wire_spelling()
    {
        var query = new QueryString();
        query.Add("required", SignInByMobileConnection.WechatWork);
        query.Add("optional", (SignInByMobileConnection?)"brand new");

        Assert.Equal("?required=wechatwork&optional=brand%20new", query.ToString());
    }

    [Fact]
    public void Names_and_values_are_kept_as_they_were_given()
    {
        var query = new QueryString();
        query.Add("a&b", "c=d +%/?#中");
        query.Add("none", (string?)null);
        query.Add("userIds", (string[])["1", "2"]);

        Assert.Equal(
            ["a&b: c=d +%/?#中", "userIds[]: 1", "userIds[]: 2"],
            query.Parameters.Select(parameter => $"{parameter.Key}: {parameter.Value}"));
    }

    [Fact]
    public void An_empty_list_is_left_out()
    {
        var query = new QueryString();
        query.Add("userIds", (string[])[]);

        Assert.Empty(query.ToString());
    }

    [Fact]
    public void A_list_with_a_null_item_is_refused_by_name()
    {
        var exception = Assert.Throws<ArgumentException>(() => new QueryString().Add("userIds", (string[])["id1", null!]));

        Assert.Equal("userIds", exception.ParamName);
    }

    [Fact]
    public void Names_and_values_are_encoded()
    {
        var query = new QueryString();
        query.Add("a&b", "c=d +%/?#中");

        Assert.Equal("?a%26b=c%3Dd%20%2B%25%2F%3F%23%E4%B8%AD", query.ToString());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Query_does_not_depend_on_the_culture(string culture)
    {
        using var scope = new CultureScope(culture);
        var query = new QueryString();
        query.Add("INT", long.MinValue);
        query.Add("fraction", -1234.5);
        query.Add("flag", true);
        query.Add("time", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(8)));

        Assert.Equal("?INT=-9223372036854775808&fraction=-1234.5&flag=true&time=2026-01-01T19%3A04%3A05.678Z", query.ToString());
    }
}
