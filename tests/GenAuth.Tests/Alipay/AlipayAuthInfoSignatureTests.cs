using System.Security.Cryptography;

namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoSignatureTests(SigningKey key) : IClassFixture<SigningKey>
{
    private readonly RSA _key = key.Rsa;

    [Theory]
    [InlineData("RSA2")]
    [InlineData("RSA")]
    public void The_signers_own_key_verifies(string signType)
    {
        var fields = Fields(signType);

        Assert.True(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key))).VerifySignature(_key));
    }

    [Fact]
    public void The_public_half_of_the_key_is_enough()
    {
        var fields = Fields("RSA2");
        using var publicKey = RSA.Create(_key.ExportParameters(includePrivateParameters: false));

        Assert.True(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key))).VerifySignature(publicKey));
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(1024)]
    public void Another_key_does_not_verify(int keySize)
    {
        var fields = Fields("RSA2");
        using var other = RSA.Create(keySize);

        Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key))).VerifySignature(other));
    }

    [Fact]
    public void A_changed_field_does_not_verify()
    {
        var fields = Fields("RSA2");
        var sign = AuthInfoFields.Sign(fields, _key);
        fields["pid"] = "2088000000000002";

        Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, sign)).VerifySignature(_key));
    }

    [Fact]
    public void An_added_field_does_not_verify()
    {
        var fields = Fields("RSA2");
        var sign = AuthInfoFields.Sign(fields, _key);
        fields["added"] = "1";

        Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, sign)).VerifySignature(_key));
    }

    [Fact]
    public void A_signature_of_the_other_kind_does_not_verify()
    {
        var fields = Fields("RSA");
        var sign = AuthInfoFields.Sign(fields, _key);
        fields["sign_type"] = "RSA2";

        Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, sign)).VerifySignature(_key));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not Base64!")]
    [InlineData("=====")]
    public void A_missing_or_broken_signature_does_not_verify(string? sign) =>
        Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(Fields("RSA2"), sign)).VerifySignature(_key));

    [Theory]
    [InlineData("RSA3")]
    [InlineData("rsa2")]
    [InlineData("")]
    public void An_unknown_kind_of_signature_is_refused_by_name(string signType)
    {
        var parsed = AlipayAuthInfo.Parse(AuthInfoFields.Write(Fields(signType), "AAAA"));

        var exception = Assert.Throws<NotSupportedException>(() => parsed.VerifySignature(_key));

        Assert.Contains("sign_type", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_kind_of_signature_is_refused() =>
        Assert.Throws<NotSupportedException>(() => AlipayAuthInfo.Parse("app_id=1&sign=AAAA").VerifySignature(_key));

    [Fact]
    public void The_documentations_sample_belongs_to_no_key_of_ours() =>
        Assert.False(AlipayAuthInfo.Parse(SampleStrings.Whole).VerifySignature(_key));

    [Fact]
    public void A_missing_key_is_an_argument_error() =>
        Assert.Throws<ArgumentNullException>("publicKey", () => AlipayAuthInfo.Parse(SampleStrings.Whole).VerifySignature(null!));

    private static SortedDictionary<string, string> Fields(string signType) => new(StringComparer.Ordinal)
    {
        ["apiname"] = "com.alipay.account.auth",
        ["app_id"] = "2021000000000001",
        ["pid"] = "2088000000000001",
        ["sign_type"] = signType,
        ["target_id"] = "一次 & only=once+%",
    };
}
