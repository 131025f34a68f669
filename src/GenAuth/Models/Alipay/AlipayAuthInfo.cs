using System.Globalization;
using System.Security.Cryptography;
using GenAuth.Models.Alipay;

namespace GenAuth;

/// <summary>
/// The fields of an Alipay parameter string, for display, and the check of its signature. The string itself goes to the Alipay
/// app as the service sent it; nothing here puts it together again.
/// </summary>
public sealed class AlipayAuthInfo
{
    private const string SignName = "sign";

    private const int SmallestKeySize = 1024;

    private readonly string _text;
    private readonly Dictionary<string, string> _fields;

    private AlipayAuthInfo(string text, Dictionary<string, string> fields) => (_text, _fields) = (text, fields);

    /// <summary>All fields by name, decoded, the signature included. A name that appears twice has its last value.</summary>
    public IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The called interface (<c>apiname</c>), normally <c>com.alipay.account.auth</c>.</summary>
    public string? ApiName => this["apiname"];

    /// <summary>The called method (<c>method</c>), normally <c>alipay.open.auth.sdk.code.get</c>.</summary>
    public string? Method => this["method"];

    /// <summary>The mobile application's ID at Alipay (<c>app_id</c>), 16 digits; not the application ID of GenAuth.</summary>
    public string? AppId => this["app_id"];

    /// <summary>The merchant's ID at Alipay (<c>pid</c>), 16 digits beginning with 2088.</summary>
    public string? Pid => this["pid"];

    /// <summary>The identifier of this one sign-in attempt (<c>target_id</c>), at most 32 characters.</summary>
    public string? TargetId => this["target_id"];

    /// <summary>The product (<c>product_id</c>), normally <c>APP_FAST_LOGIN</c>.</summary>
    public string? ProductId => this["product_id"];

    /// <summary>What the user is asked to consent to (<c>scope</c>), <c>kuaijie</c> or the older <c>auth_user</c>.</summary>
    public string? Scope => this["scope"];

    /// <summary>The kind of authorization (<c>auth_type</c>), <c>AUTHACCOUNT</c> or the older <c>LOGIN</c>.</summary>
    public string? AuthType => this["auth_type"];

    /// <summary>How the string is signed (<c>sign_type</c>): <c>RSA2</c> (SHA-256) or <c>RSA</c> (SHA-1).</summary>
    public string? SignType => this["sign_type"];

    /// <summary>The signature (<c>sign</c>) in Base64, URL-decoded.</summary>
    public string? Sign => this[SignName];

    /// <summary>The value of a field, or <see langword="null"/> when there is none of that name.</summary>
    /// <param name="name">The field's name, for example <c>biz_type</c>.</param>
    public string? this[string name] => _fields.TryGetValue(name, out var value) ? value : null;

    /// <summary>
    /// Reads the fields for display. Tolerates what copies of such strings suffer: blanks and line breaks in names and in the
    /// signature, unknown or missing fields, a <c>+</c> in the signature that was not encoded. <see cref="VerifySignature"/>
    /// tolerates none of it.
    /// </summary>
    /// <param name="authInfo">The text from <c>GetAlipayAuthInfoAsync</c>.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authInfo"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text holds no <c>name=value</c> pair at all.</exception>
    public static AlipayAuthInfo Parse(string authInfo)
    {
        Throw.IfNull(authInfo, nameof(authInfo));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in authInfo.Split('&'))
        {
            var equals = pair.IndexOf('=');
            var name = equals < 0 ? string.Empty : WithoutWhiteSpace(Uri.UnescapeDataString(pair.Substring(0, equals)));
            if (name.Length > 0)
            {
                var value = Uri.UnescapeDataString(pair.Substring(equals + 1));
                fields[name] = name == SignName ? WithoutWhiteSpace(value) : value.Trim();
            }
        }

        return fields.Count > 0
            ? new AlipayAuthInfo(authInfo, fields)
            : throw new FormatException("The text holds no name=value pair, so it is no Alipay parameter string. Pass Data.AuthInfo as the service sent it.");
    }

    /// <summary>
    /// Checks the signature of the text that <see cref="Parse"/> was given. Unlike parsing, the check repairs nothing: a text
    /// that is valid is the signed one in its only accepted spelling, and <see cref="Fields"/> are exactly the signed fields.
    /// </summary>
    /// <remarks>
    /// The signed text is every parameter but <c>sign</c>, decoded, in ordinal order of names, joined as
    /// <c>name=value&amp;name=value</c>. The order of the parameters in the text does not matter, as nothing depends on it.
    /// </remarks>
    /// <param name="publicKey">The public key that was uploaded to Alipay for the mobile application.</param>
    /// <param name="signType">
    /// The only accepted <c>sign_type</c>. Default: <see cref="AlipaySignType.Rsa2"/>. <see cref="AlipaySignType.Rsa"/> (SHA-1)
    /// is never accepted unless it is demanded here.
    /// </param>
    /// <param name="minimumKeySize">The smallest accepted size of <paramref name="publicKey"/> in bits, at least 1024. Default: 2048.</param>
    /// <returns>Whether the signature is valid, and why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="publicKey"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="signType"/> is none of its values, or <paramref name="minimumKeySize"/> is below 1024.</exception>
    public AlipaySignatureVerification VerifySignature(RSA publicKey, AlipaySignType signType = AlipaySignType.Rsa2, int minimumKeySize = 2048)
    {
        Throw.IfNull(publicKey, nameof(publicKey));
        var (name, hash) = signType switch
        {
            AlipaySignType.Rsa2 => ("RSA2", HashAlgorithmName.SHA256),
            AlipaySignType.Rsa => ("RSA", HashAlgorithmName.SHA1),
            _ => throw new ArgumentOutOfRangeException(nameof(signType), signType, "signType is none of its values. Pass Rsa2 or Rsa."),
        };
        if (minimumKeySize < SmallestKeySize)
        {
            throw new ArgumentOutOfRangeException(nameof(minimumKeySize), minimumKeySize, "minimumKeySize is in bits and at least 1024: shorter keys can be factored.");
        }

        return new(Failure(publicKey, name, hash, minimumKeySize));
    }

    /// <summary>Kind and number of fields; the values stay out of logs.</summary>
    public override string ToString()
    {
        var kind = SignType switch { null => "unsigned", "RSA2" or "RSA" => SignType, _ => "another signature" };
        return string.Format(CultureInfo.InvariantCulture, "{0} ({1}, {2} fields)", nameof(AlipayAuthInfo), kind, _fields.Count);
    }

    private AlipaySignatureFailure? Failure(RSA publicKey, string signType, HashAlgorithmName hash, int minimumKeySize)
    {
        if (publicKey.KeySize < minimumKeySize)
        {
            return AlipaySignatureFailure.KeyTooSmall;
        }

        if (AlipaySignedText.Read(_text, out var text) is { } failure)
        {
            return failure;
        }

        if (text!.SignType != signType)
        {
            return AlipaySignatureFailure.UnexpectedSignType;
        }

        return publicKey.VerifyData(text.Signed, text.Signature, hash, RSASignaturePadding.Pkcs1) ? null : AlipaySignatureFailure.Mismatch;
    }

    private static string WithoutWhiteSpace(string text) => new([.. text.Where(character => !char.IsWhiteSpace(character))]);
}
