using System.Security.Cryptography;
using GenAuth.Tests.Alipay;

namespace GenAuth.Tests.Security;

/// <summary>Texts that an attacker creates from a signed one. A tolerant parser would accept each as the signed fields.</summary>
public sealed class AlipaySignatureAttackTests(SigningKey key) : IClassFixture<SigningKey>
{
    private readonly RSA _key = key.Rsa;

    [Theory]
    [InlineData("pid=2088999999999999&{0}", AlipaySignatureFailure.DuplicateParameter)]
    [InlineData("{0}&pid=2088000000000001", AlipaySignatureFailure.DuplicateParameter)]
    [InlineData("{0}&sign=AAAA", AlipaySignatureFailure.DuplicateParameter)]
    [InlineData("sign=AAAA&{0}", AlipaySignatureFailure.DuplicateParameter)]
    [InlineData("%70id=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("p id=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData(" pid=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("p%20id=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("pid\u200b=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("a%26pid=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("a%3Dpid=2088999999999999&{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("junk&{0}", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("{0}&junk", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("&{0}", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("{0}&", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("=junk&{0}", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("?{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("\ufeff{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("\n{0}", AlipaySignatureFailure.InvalidName)]
    [InlineData("{0}\n", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("{0} ", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("{0}%20", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("{0}%0A", AlipaySignatureFailure.InvalidEncoding)]
    public void Alipay_signature_of_a_text_with_something_added_is_not_valid(string format, AlipaySignatureFailure reason) =>
        AssertRefused(format.Replace("{0}", Signed(), StringComparison.Ordinal), reason);

    [Theory]
    [InlineData("pid=2088000000000001", "pid=%32088000000000001", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("pid=2088000000000001", "pid= 2088000000000001", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("pid=2088000000000001", "pid=%202088000000000001", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("pid=2088000000000001", "pid=2088000000000001\t", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("pid=2088000000000001", "p%69d=2088000000000001", AlipaySignatureFailure.InvalidName)]
    [InlineData("pid=2088000000000001", "pid =2088000000000001", AlipaySignatureFailure.InvalidName)]
    [InlineData("pid=2088000000000001&", "pid=2088000000000001&&", AlipaySignatureFailure.MalformedParameter)]
    [InlineData("app_id=2021000000000001&pid=", "app_id=2021000000000001%26pid=", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("app_id=2021000000000001&pid=", "app_id=2021000000000001%26pid%3D", AlipaySignatureFailure.AmbiguousValue)]
    [InlineData("%20one%2Btime", "+one%2Btime", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", "%20one+time", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", "%20one%2btime", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", " one%2Btime", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", "%20one%2Btime%", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", "%20one%2Btime%4", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("%20one%2Btime", "%20one%2Btime%FF", AlipaySignatureFailure.InvalidEncoding)]
    [InlineData("scope=kuaijie", "scope=", AlipaySignatureFailure.Mismatch)]
    [InlineData("scope=kuaijie&", "", AlipaySignatureFailure.Mismatch)]
    [InlineData("scope=kuaijie", "scope=kuaijie&added=1", AlipaySignatureFailure.Mismatch)]
    [InlineData("pid=2088000000000001", "pid=2088000000000002", AlipaySignatureFailure.Mismatch)]
    [InlineData("pid=2088000000000001", "PID=2088000000000001", AlipaySignatureFailure.Mismatch)]
    public void Alipay_signature_of_a_text_with_something_replaced_is_not_valid(string part, string replacement, AlipaySignatureFailure reason)
    {
        var text = Signed();
        Assert.Contains(part, text, StringComparison.Ordinal);

        AssertRefused(text.Replace(part, replacement, StringComparison.Ordinal), reason);
    }

    // Not among the data above: the test runner replaces lone surrogates there.
    [Fact]
    public void Alipay_signature_of_a_text_with_a_lone_surrogate_is_not_valid()
    {
        AssertRefused(Signed().Replace("scope=kuaijie", "scope=kuaijie\ud800", StringComparison.Ordinal), AlipaySignatureFailure.InvalidEncoding);
        AssertRefused(Signed().Replace("%20one", "%20one\ud800", StringComparison.Ordinal), AlipaySignatureFailure.InvalidEncoding);
    }

    [Fact]
    public void Alipay_signature_in_another_spelling_of_Base64_is_not_valid()
    {
        var text = Signed();
        var sign = Uri.UnescapeDataString(text[(text.IndexOf("&sign=", StringComparison.Ordinal) + 6)..]);
        Assert.EndsWith("==", sign, StringComparison.Ordinal);

        // The last character before the padding carries bits that a decoder drops.
        var last = sign[^3];
        var sameBytes = sign[..^3] + (char)(last + 1) + "==";
        Assert.Equal(Convert.FromBase64String(sign), Convert.FromBase64String(sameBytes));

        var without = text[..text.IndexOf("&sign=", StringComparison.Ordinal)];
        AssertRefused(without + "&sign=" + Uri.EscapeDataString(sameBytes), AlipaySignatureFailure.MalformedSignature);
        AssertRefused(without + "&sign=" + Uri.EscapeDataString(sign.Insert(9, "\n")), AlipaySignatureFailure.MalformedSignature);
        AssertRefused(without + "&sign=" + Uri.EscapeDataString(sign.TrimEnd('=')), AlipaySignatureFailure.MalformedSignature);
        AssertRefused(without + "&sign=" + sign, AlipaySignatureFailure.InvalidEncoding);
    }

    [Fact]
    public void Alipay_signature_does_not_cover_two_readings_of_one_text()
    {
        // Both sets of fields have the same signed text.
        var two = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1", ["b"] = "2", ["sign_type"] = "RSA2" };
        var one = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1&b=2", ["sign_type"] = "RSA2" };
        Assert.Equal(AuthInfoFields.SignedText(two), AuthInfoFields.SignedText(one));
        var sign = AuthInfoFields.Sign(two, _key);

        Assert.True(AlipayAuthInfo.Parse(AuthInfoFields.Write(two, sign)).VerifySignature(_key).IsValid);
        AssertRefused(AuthInfoFields.Write(one, sign), AlipaySignatureFailure.AmbiguousValue);
    }

    [Fact]
    public void Alipay_signature_of_the_sample_with_blanks_is_not_valid_though_it_is_displayed()
    {
        Assert.Equal("20141225xxxx", AlipayAuthInfo.Parse(SampleStrings.BrokenByBlanks).TargetId);

        AssertRefused(SampleStrings.BrokenByBlanks, AlipaySignatureFailure.InvalidName);
    }

    private void AssertRefused(string authInfo, AlipaySignatureFailure reason)
    {
        var verification = AlipayAuthInfo.Parse(authInfo).VerifySignature(_key);

        Assert.False(verification.IsValid);
        Assert.Equal(reason, verification.Reason);
    }

    private string Signed()
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["app_id"] = "2021000000000001",
            ["pid"] = "2088000000000001",
            ["scope"] = "kuaijie",
            ["sign_type"] = "RSA2",
            ["target_id"] = "only one+time",
        };
        var text = AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key));
        Assert.True(AlipayAuthInfo.Parse(text).VerifySignature(_key).IsValid);
        return text;
    }
}
