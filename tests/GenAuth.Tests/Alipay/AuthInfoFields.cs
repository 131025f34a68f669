using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace GenAuth.Tests.Alipay;

/// <summary>Sets of fields, and the strings that the service would make of them.</summary>
internal static class AuthInfoFields
{
    private static readonly Gen<string> Name = Gen.String[Gen.Char["abcdefgh_"], 1, 10].Where(name => name != "sign");

    // What a query string gives a meaning to is in here; a value's own edges are trimmed, so they are no blanks.
    private static readonly Gen<string> Value =
        Gen.String[Gen.Char["aZ09 =&%+/?#|\"中é€"], 0, 16].Select(value => value.Trim());

    /// <summary>Fields of any other names and values, signed by one of the two kinds.</summary>
    public static Gen<SortedDictionary<string, string>> Any { get; } =
        Gen.Select(Gen.Dictionary(Name, Value)[0, 12], Gen.OneOf("RSA2", "RSA"), static (others, signType) =>
            new SortedDictionary<string, string>(others, StringComparer.Ordinal) { ["sign_type"] = signType });

    /// <summary>Fields whose signature is unambiguous: no value holds the separator of the signed text.</summary>
    public static Gen<SortedDictionary<string, string>> Signable { get; } =
        Any.Where(fields => !fields.Values.Any(value => value.Contains('&', StringComparison.Ordinal)));

    /// <summary>What is signed: decoded, in ordinal order.</summary>
    public static string SignedText(SortedDictionary<string, string> fields) =>
        string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"));

    public static string Sign(SortedDictionary<string, string> fields, RSA key)
    {
        var hash = fields["sign_type"] == "RSA2" ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
        return Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(SignedText(fields)), hash, RSASignaturePadding.Pkcs1));
    }

    /// <summary>The string as it travels: the values encoded, the signature last.</summary>
    public static string Write(SortedDictionary<string, string> fields, string? sign = null)
    {
        var pairs = fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}");
        return string.Join('&', sign is null ? pairs : pairs.Append("sign=" + Uri.EscapeDataString(sign)));
    }
}
