namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoParseTests
{
    [Theory]
    [InlineData("app_id=1&sign=a%2Bb%2Fc%3D")]
    [InlineData("app_id=1&sign=a+b/c=")]
    [InlineData("app_id=1&sign=a%2bb%2fc%3d")]
    [InlineData("app_id=1&sign=a+\r\nb/c=\t")]
    public void Signature_is_parsed_encoded_or_not_and_quoted_or_not(string authInfo) =>
        Assert.Equal("a+b/c=", AlipayAuthInfo.Parse(authInfo).Sign);

    [Fact]
    public void Missing_fields_are_null()
    {
        var parsed = AlipayAuthInfo.Parse("app_id=1");

        Assert.Null(parsed.Sign);
        Assert.Null(parsed.SignType);
        Assert.Null(parsed.TargetId);
        Assert.Null(parsed["no_such_field"]);
    }

    [Fact]
    public void Unknown_fields_are_kept_decoded()
    {
        var parsed = AlipayAuthInfo.Parse("app_id=1&brand_new=%E4%B8%AD%20a%26b%3Dc");

        Assert.Equal("中 a&b=c", parsed["brand_new"]);
        Assert.Equal("中 a&b=c", parsed.Fields["brand_new"]);
    }

    [Fact]
    public void Names_are_case_sensitive() => Assert.Null(AlipayAuthInfo.Parse("App_Id=1").AppId);

    [Fact]
    public void Repeated_name_has_its_last_value()
    {
        var parsed = AlipayAuthInfo.Parse("app_id=first&app_id=second");

        Assert.Equal("second", parsed.AppId);
        Assert.Single(parsed.Fields);
    }

    [Theory]
    [InlineData("scope=a=b", "a=b")]
    [InlineData("scope=", "")]
    [InlineData("scope= kuaijie ", "kuaijie")]
    [InlineData("&&scope=kuaijie&", "kuaijie")]
    [InlineData("=nameless&bare&scope=kuaijie", "kuaijie")]
    [InlineData("scope=100%", "100%")]
    [InlineData("scope=%zz%4", "%zz%4")]
    [InlineData("s cope\n=kuaijie", "kuaijie")]
    public void Damaged_pairs_do_not_hide_the_others(string authInfo, string scope)
    {
        var parsed = AlipayAuthInfo.Parse(authInfo);

        Assert.Equal(scope, parsed.Scope);
        Assert.Single(parsed.Fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n")]
    [InlineData("&&&")]
    [InlineData("=value")]
    [InlineData(" =value")]
    [InlineData("just some text")]
    [InlineData("<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body></body></html>")]
    public void Text_without_any_pair_is_a_format_exception_with_a_remedy(string authInfo)
    {
        var exception = Assert.Throws<FormatException>(() => AlipayAuthInfo.Parse(authInfo));

        Assert.Contains("Data.AuthInfo", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_with_attributes_has_no_fields()
    {
        var parsed = AlipayAuthInfo.Parse("<html lang=\"en\"><a href=\"/?app=1&page=2\">Sign in</a></html>");

        Assert.Null(parsed.AppId);
        Assert.Null(parsed.SignType);
        Assert.Null(parsed.Sign);
    }

    [Fact]
    public void Null_is_an_argument_error()
    {
        var exception = Assert.Throws<ArgumentNullException>(() => AlipayAuthInfo.Parse(null!));

        Assert.Equal("authInfo", exception.ParamName);
    }
}
