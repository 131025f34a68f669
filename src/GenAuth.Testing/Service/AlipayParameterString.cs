using System.Security.Cryptography;

namespace GenAuth.Testing.Service;

/// <summary>
/// Creates parameter strings for the Alipay app: the fields in ordinal order of names, followed by their signature, which is
/// URL-encoded.
/// </summary>
internal sealed class AlipayParameterString(SigningKey key, AlipaySignType signType)
{
    // Valid format (16 digits, a PID begins with 2088), but not assigned.
    private const string AlipayAppId = "2021000000000000";
    private const string AlipayPid = "2088000000000000";

    /// <summary>Creates a string with a unique <c>target_id</c> for one sign-in attempt.</summary>
    public string Create()
    {
        var (signTypeName, hash) = signType == AlipaySignType.Rsa ? ("RSA", HashAlgorithmName.SHA1) : ("RSA2", HashAlgorithmName.SHA256);
        var text = string.Join(
            '&',
            "apiname=com.alipay.account.auth",
            "app_id=" + AlipayAppId,
            "app_name=mc",
            "auth_type=AUTHACCOUNT",
            "biz_type=openservice",
            "method=alipay.open.auth.sdk.code.get",
            "pid=" + AlipayPid,
            "product_id=APP_FAST_LOGIN",
            "scope=kuaijie",
            "sign_type=" + signTypeName,
            "target_id=" + Secrets.CreateHex(32));
        return text + "&sign=" + Uri.EscapeDataString(Convert.ToBase64String(key.Sign(text, hash)));
    }
}
