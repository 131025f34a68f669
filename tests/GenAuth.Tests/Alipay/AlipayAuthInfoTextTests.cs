namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoTextTests
{
    [Fact]
    public void ToString_shows_the_signature_type_and_the_number_of_fields() =>
        Assert.Equal("AlipayAuthInfo (RSA2, 12 fields)", AlipayAuthInfo.Parse(SampleStrings.Whole).ToString());

    [Fact]
    public void ToString_of_an_unsigned_string_says_that_it_is_unsigned() =>
        Assert.Equal("AlipayAuthInfo (unsigned, 1 fields)", AlipayAuthInfo.Parse("app_id=2021000000000001").ToString());

    [Fact]
    public void ToString_shows_no_value()
    {
        var text = AlipayAuthInfo.Parse("app_id=one-value&pid=two-value&target_id=three-value&sign_type=RSA2&sign=four").ToString();

        Assert.DoesNotContain("value", text, StringComparison.Ordinal);
        Assert.DoesNotContain("four", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_does_not_show_an_unknown_signature_type()
    {
        var text = AlipayAuthInfo.Parse("sign_type=forged%0Aline&sign=AAAA").ToString();

        Assert.DoesNotContain("forged", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text);
    }
}
