using System.Security.Cryptography;

namespace GenAuth.Testing.Service;

/// <summary>
/// The parameter string for the Alipay app: fields in the order of their names, signed as they stand, and the signature
/// URL-encoded behind them.
/// </summary>
internal sealed class AlipayParameterString(SigningKey key, AlipaySignType signType)
{
    // Of the right form (16 digits, a PID begins with 2088), and nobody's.
    private const string AlipayAppId = "2021000000000000";
    private const string AlipayPid = "2088000000000000";

    /// <summary>A string for one sign-in attempt: no two have the same <c>target_id</c>.</summary>
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
            "target_id=" + RandomText.Hex(32));
        return text + "&sign=" + Uri.EscapeDataString(Convert.ToBase64String(key.Sign(text, hash)));
    }
}
