namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoSampleTests
{
    public static TheoryData<string> Samples => new(SampleStrings.Whole, SampleStrings.BrokenByBlanks);

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_sample_yields_its_fields(string authInfo)
    {
        var parsed = AlipayAuthInfo.Parse(authInfo);

        Assert.Equal("com.alipay.account.auth", parsed.ApiName);
        Assert.Equal("alipay.open.auth.sdk.code.get", parsed.Method);
        Assert.Equal("xxxxx", parsed.AppId);
        Assert.Equal("xxxxx", parsed.Pid);
        Assert.Equal("20141225xxxx", parsed.TargetId);
        Assert.Equal("APP_FAST_LOGIN", parsed.ProductId);
        Assert.Equal("kuaijie", parsed.Scope);
        Assert.Equal("AUTHACCOUNT", parsed.AuthType);
        Assert.Equal("RSA2", parsed.SignType);
        Assert.Equal("mc", parsed["app_name"]);
        Assert.Equal("openservice", parsed["biz_type"]);
        Assert.Equal(12, parsed.Fields.Count);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_samples_signature_decodes_to_128_bytes(string authInfo)
    {
        var sign = AlipayAuthInfo.Parse(authInfo).Sign;

        Assert.NotNull(sign);
        Assert.Equal(128, Convert.FromBase64String(sign).Length);
    }

    [Fact]
    public void Both_spellings_of_the_sample_have_the_same_fields() =>
        Assert.Equal(AlipayAuthInfo.Parse(SampleStrings.Whole).Fields, AlipayAuthInfo.Parse(SampleStrings.BrokenByBlanks).Fields);
}
