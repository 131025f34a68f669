using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace GenAuth.Tests.Alipay;

/// <summary>Sets of fields and the parameter strings that the service creates from them.</summary>
internal static class AuthInfoFields
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcdefgh_"], 1, 10].Where(name => name != "sign");

    // Includes the characters with a meaning in a query string; values are trimmed, so they do not start or end with a blank.
    private static readonly Gen<string> Value =
        Gen.String[Gen.Char["aZ09 =&%+/?#|\"中é€"], 0, 16].Select(value => value.Trim());

    /// <summary>Fields with other names and values, signed with one of the two signature types.</summary>
    public static Gen<SortedDictionary<string, string>> Any { get; } =
        Gen.Select(Gen.Dictionary(Name, Value)[0, 12], Gen.OneOf("RSA2", "RSA"), static (others, signType) =>
            new SortedDictionary<string, string>(others, StringComparer.Ordinal) { ["sign_type"] = signType });

    /// <summary>Fields whose signature is unambiguous: no value holds the separator of the signed text.</summary>
    public static Gen<SortedDictionary<string, string>> Signable { get; } =
        Any.Where(fields => !fields.Values.Any(value => value.Contains('&', StringComparison.Ordinal)));

    /// <summary>The signed text: decoded values in ordinal order of their names.</summary>
    public static string SignedText(SortedDictionary<string, string> fields) =>
        string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));

    public static string Sign(SortedDictionary<string, string> fields, RSA key)
    {
        var hash = fields["sign_type"] == "RSA2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(SignedText(fields)), hash, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The string on the wire: encoded values, the signature last.</summary>
    public static string Write(SortedDictionary<string, string> fields, string? sign = null)
    {
        var pairs = fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}");
        return string.Join('&', sign is null ? pairs : pairs.Append("sign=" + Uri.EscapeDataString(sign)));
    }
}
