using System.Globalization;
using System.Security.Cryptography;
using GenAuth.Models.Alipay;

namespace GenAuth;

/// <summary>
/// The fields of an Alipay parameter string, for display, and the verification of its signature. Pass the original string to the
/// Alipay app, exactly as the service sent it.
/// </summary>
public sealed class AlipayAuthInfo
{
    private const string SignName = "sign";

    private const int MinKeySize = 1024;

    private readonly string _text;
    private readonly Dictionary<string, string> _fields;

    private AlipayAuthInfo(string text, Dictionary<string, string> fields) => (_text, _fields) = (text, fields);

    /// <summary>All fields by name, decoded, including the signature. A repeated field has its last value.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The Alipay interface (<c>apiname</c>), normally <c>com.alipay.account.auth</c>.</summary>
    public string? ApiName => this["apiname"];

    /// <summary>The Alipay method (<c>method</c>), normally <c>alipay.open.auth.sdk.code.get</c>.</summary>
    public string? Method => this["method"];

    /// <summary>The ID of the mobile application at Alipay (<c>app_id</c>), 16 digits. It is not the application ID of GenAuth.</summary>
    public string? AppId => this["app_id"];

    /// <summary>The merchant's ID at Alipay (<c>pid</c>), 16 digits beginning with 2088.</summary>
    public string? Pid => this["pid"];

    /// <summary>The unique identifier of the sign-in attempt (<c>target_id</c>), at most 32 characters.</summary>
    public string? TargetId => this["target_id"];

    /// <summary>The product (<c>product_id</c>), normally <c>APP_FAST_LOGIN</c>.</summary>
    public string? ProductId => this["product_id"];

    /// <summary>The permission that the user grants (<c>scope</c>), <c>kuaijie</c> or the older <c>auth_user</c>.</summary>
    public string? Scope => this["scope"];

    /// <summary>The kind of authorization (<c>auth_type</c>), <c>AUTHACCOUNT</c> or the older <c>LOGIN</c>.</summary>
    public string? AuthType => this["auth_type"];

    /// <summary>The signature algorithm (<c>sign_type</c>): <c>RSA2</c> (SHA-256) or <c>RSA</c> (SHA-1).</summary>
    public string? SignType => this["sign_type"];

    /// <summary>The signature (<c>sign</c>) in Base64, URL-decoded.</summary>
    public string? Sign => this[SignName];

    /// <summary>The value of a field, or <see langword="null"/> if the string does not contain it.</summary>
    /// <param name="name">The field's name, for example <c>biz_type</c>.</param>
    public string? this[string name] => _fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>
    /// Reads the fields for display. Tolerates typical damage of copied strings: blanks and line breaks in names and in the
    /// signature, unknown or missing fields, a <c>+</c> in the signature that is not encoded. <see cref="VerifySignature"/>
    /// tolerates none of them.
    /// </summary>
    /// <param name="authInfo">The text from <c>GetAlipayAuthInfoAsync</c>.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authInfo"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text contains no <c>name=value</c> pair.</exception>
    public static AlipayAuthInfo Parse(string authInfo)
    {
        Throw.IfNull(authInfo, nameof(authInfo));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in authInfo.Split('&'))
        {
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? string.Empty : RemoveWhiteSpace(Uri.UnescapeDataString(pair.Substring(0, equals)));
            if (name.Length > 0)
            {
                var value = Uri.UnescapeDataString(pair.Substring(equals + 1));
                fields[name] = name == SignName ? RemoveWhiteSpace(value) : value.Trim();
            }
        }

        return fields.Count > 0
            ? new AlipayAuthInfo(authInfo, fields)
            : throw new FormatException("The text contains no name=value pair, so it is not an Alipay parameter string. Pass Data.AuthInfo as the service sent it.");
    }

    /// <summary>
    /// Verifies the signature of the parsed text. Unlike <see cref="Parse"/>, it repairs nothing: each signed text has only one valid
    /// spelling, and if it is valid, <see cref="Fields"/> are exactly the signed fields.
    /// </summary>
    /// <remarks>
    /// The signature covers all parameters except <c>sign</c>, decoded, in ordinal order of names, joined as
    /// <c>name=value&amp;name=value</c>. The order of the parameters in the text may differ.
    /// </remarks>
    /// <param name="publicKey">The public key that was uploaded to Alipay for the mobile application.</param>
    /// <param name="signType">
    /// The only accepted <c>sign_type</c>. Default: <see cref="AlipaySignType.Rsa2"/>. <see cref="AlipaySignType.Rsa"/> (SHA-1)
    /// is accepted only if it is passed here.
    /// </param>
    /// <param name="minimumKeySize">The smallest accepted size of <paramref name="publicKey"/> in bits, at least 1024. Default: 2048.</param>
    /// <returns>Whether the signature is valid, and the reason if it is not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="publicKey"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signType"/> is not a defined value, or <paramref name="minimumKeySize"/> is below 1024.</exception>
    public AlipaySignatureVerification VerifySignature(RSA publicKey, AlipaySignType signType = AlipaySignType.Rsa2, int minimumKeySize = 2048)
    {
        Throw.IfNull(publicKey, nameof(publicKey));
        var (name, hash) = signType switch
        {
            AlipaySignType.Rsa2 => ("RSA2", HashAlgorithmName.SHA256),
            AlipaySignType.Rsa => ("RSA", HashAlgorithmName.SHA1),
            _ => throw new ArgumentOutOfRangeException(nameof(signType), signType, "signType is not a defined value. Pass Rsa2 or Rsa."),
        };
        if (minimumKeySize < MinKeySize)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumKeySize), minimumKeySize, "minimumKeySize must be at least 1024 bits, because shorter keys can be factored.");
        }

        return new(Verify(publicKey, name, hash, minimumKeySize));
    }

    /// <summary>Returns the signature algorithm and the number of fields, but no values.</summary>
    public override string ToString()
    {
        var kind = SignType switch { null => "unsigned", "RSA2" or "RSA" => SignType, _ => "another signature" };
        return string.Format(CultureInfo.InvariantCulture, "{0} ({1}, {2} fields)", nameof(AlipayAuthInfo), kind, _fields.Count);
    }

    private AlipaySignatureFailure? Verify(RSA publicKey, string signType, HashAlgorithmName hash, int minimumKeySize)
    {
        if (publicKey.KeySize < minimumKeySize)
        {
            return AlipaySignatureFailure.KeyTooSmall;
        }

        if (AlipaySignedText.Parse(_text, out var text) is { } failure)
        {
            return failure;
        }

        if (text!.SignType != signType)
        {
            return AlipaySignatureFailure.UnexpectedSignType;
        }

        return publicKey.VerifyData(text.Signed, text.Signature, hash, RSASignaturePadding.Pkcs1) ? null : AlipaySignatureFailure.Mismatch;
    }

    private static string RemoveWhiteSpace(string text) => new([.. text.Where(character => !char.IsWhiteSpace(character))]);
}
