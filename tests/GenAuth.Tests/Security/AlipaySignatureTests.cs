using System.Security.Cryptography;
using GenAuth.Tests.Alipay;

namespace GenAuth.Tests.Security;

public sealed class AlipaySignatureTests(SigningKey key) : IClassFixture<SigningKey>
{
    private readonly RSA _key = key.Rsa;

    [Theory]
    [InlineData("RSA2", AlipaySignType.Rsa2)]
    [InlineData("RSA", AlipaySignType.Rsa)]
    public void Alipay_signature_of_the_keys_owner_is_valid_when_its_type_is_demanded(string name, AlipaySignType signType)
    {
        var verification = AlipayAuthInfo.Parse(Signed(name)).VerifySignature(_key, signType);

        Assert.True(verification.IsValid);
        Assert.Null(verification.Reason);
        Assert.Equal("The signature is valid.", verification.ToString());
    }

    [Fact]
    public void Alipay_signature_is_checked_with_the_public_half_of_the_key()
    {
        using var publicKey = RSA.Create(_key.ExportParameters(includePrivateParameters: false));

        Assert.True(AlipayAuthInfo.Parse(Signed("RSA2")).VerifySignature(publicKey).IsValid);
    }

    [Fact]
    public void Alipay_signature_of_another_key_is_a_mismatch()
    {
        using var other = RSA.Create(2048);

        Assert.Equal(AlipaySignatureFailure.Mismatch, Verify(Signed("RSA2"), other));
    }

    [Fact]
    public void Alipay_signature_with_SHA1_is_not_valid_unless_it_is_demanded() =>
        Assert.Equal(AlipaySignatureFailure.UnexpectedSignType, Verify(Signed("RSA")));

    [Fact]
    public void Alipay_signature_with_SHA256_is_not_valid_when_SHA1_is_demanded() =>
        Assert.Equal(AlipaySignatureFailure.UnexpectedSignType, AlipayAuthInfo.Parse(Signed("RSA2")).VerifySignature(_key, AlipaySignType.Rsa).Reason);

    [Theory]
    [InlineData("RSA3")]
    [InlineData("rsa2")]
    [InlineData("")]
    [InlineData(null)]
    public void Alipay_signature_of_an_unknown_or_missing_type_is_not_valid(string? signType)
    {
        var fields = Fields("RSA2");
        var sign = AuthInfoFields.Sign(fields, _key);
        fields.Remove("sign_type");
        if (signType is not null)
        {
            fields["sign_type"] = signType;
        }

        Assert.Equal(AlipaySignatureFailure.UnexpectedSignType, Verify(AuthInfoFields.Write(fields, sign)));
    }

    [Fact]
    public void Alipay_signature_whose_type_was_relabelled_is_a_mismatch()
    {
        var fields = Fields("RSA");
        var sign = AuthInfoFields.Sign(fields, _key);
        fields["sign_type"] = "RSA2";

        Assert.Equal(AlipaySignatureFailure.Mismatch, Verify(AuthInfoFields.Write(fields, sign)));
    }

    [Theory]
    [InlineData(null, AlipaySignatureFailure.MissingSignature)]
    [InlineData("", AlipaySignatureFailure.MissingSignature)]
    [InlineData("AAAA", AlipaySignatureFailure.Mismatch)]
    [InlineData("not Base64!", AlipaySignatureFailure.MalformedSignature)]
    [InlineData("=====", AlipaySignatureFailure.MalformedSignature)]
    [InlineData("AAA A", AlipaySignatureFailure.MalformedSignature)]
    [InlineData("AAAB==", AlipaySignatureFailure.MalformedSignature)]
    public void Alipay_signature_that_is_missing_or_damaged_is_not_valid(string? sign, AlipaySignatureFailure reason) =>
        Assert.Equal(reason, Verify(AuthInfoFields.Write(Fields("RSA2"), sign)));

    [Fact]
    public void Alipay_signature_with_a_512_bit_key_is_not_valid()
    {
        using var small = RSA.Create(512);
        var fields = Fields("RSA2");

        Assert.Equal(AlipaySignatureFailure.KeyTooSmall, Verify(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, small)), small));
    }

    [Fact]
    public void Alipay_signature_with_a_1024_bit_key_is_valid_only_when_the_caller_accepts_the_size()
    {
        using var small = RSA.Create(1024);
        var fields = Fields("RSA2");
        var parsed = AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, small)));

        Assert.Equal(AlipaySignatureFailure.KeyTooSmall, parsed.VerifySignature(small).Reason);
        Assert.True(parsed.VerifySignature(small, minimumKeySize: 1024).IsValid);
    }

    [Fact]
    public void Alipay_signature_with_the_callers_own_minimum_refuses_a_2048_bit_key() =>
        Assert.Equal(AlipaySignatureFailure.KeyTooSmall, AlipayAuthInfo.Parse(Signed("RSA2")).VerifySignature(_key, minimumKeySize: 3072).Reason);

    [Fact]
    public void Alipay_signature_check_without_a_key_or_with_impossible_demands_is_an_argument_error()
    {
        var parsed = AlipayAuthInfo.Parse(SampleStrings.Whole);

        Assert.Throws<ArgumentNullException>("publicKey", () => parsed.VerifySignature(null!));
        Assert.Throws<ArgumentOutOfRangeException>("signType", () => parsed.VerifySignature(_key, (AlipaySignType)2));
        Assert.Throws<ArgumentOutOfRangeException>("minimumKeySize", () => parsed.VerifySignature(_key, minimumKeySize: 1023));
    }

    [Fact]
    public void Alipay_signature_of_the_documentations_sample_is_a_mismatch() =>
        Assert.Equal(AlipaySignatureFailure.Mismatch, Verify(SampleStrings.Whole));

    [Fact]
    public void Alipay_signature_messages_hold_no_part_of_the_checked_text()
    {
        var texts = Enum.GetValues<AlipaySignatureFailure>().Select(reason => new AlipaySignatureVerification(reason).Message).ToList();

        Assert.Distinct(texts);
        Assert.DoesNotContain("canary", Message("app_id=canary&canary=1&canary=2&sign=canary"), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", Message("app_id=canary&sign_type=canary&sign=AAAA"), StringComparison.Ordinal);
    }

    private string Message(string authInfo) => AlipayAuthInfo.Parse(authInfo).VerifySignature(_key).ToString();

    private AlipaySignatureFailure? Verify(string authInfo, RSA? publicKey = null) => AlipayAuthInfo.Parse(authInfo).VerifySignature(publicKey ?? _key).Reason;

    private string Signed(string signType)
    {
        var fields = Fields(signType);
        return AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key));
    }

    private static SortedDictionary<string, string> Fields(string signType) => new(StringComparer.Ordinal)
    {
        ["apiname"] = "com.alipay.account.auth",
        ["app_id"] = "2021000000000001",
        ["pid"] = "2088000000000001",
        ["sign_type"] = signType,
        ["target_id"] = "一次 ? only=once+%",
    };
}
