using System.Security.Cryptography;
using System.Text.Json;
using GenAuth.OpenIdConnect.Transport;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>The public keys of a key set (RFC 7517). Only RSA keys for signatures count, and each is found by its ID.</summary>
internal sealed class SigningKeys
{
    /// <summary>The smallest RSA key for signatures (RFC 7518, section 3.3).</summary>
    private const int MinModulusBytes = 2048 / 8;

    private readonly Dictionary<string, RsaSecurityKey> _keys = new(StringComparer.Ordinal);

    public int Count => _keys.Count;

    /// <summary>Reads a key set. A key that cannot be used is skipped, so that it does not affect the others.</summary>
    public static SigningKeys Parse(JsonElement keySet)
    {
        var keys = new SigningKeys();
        if (keySet.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.Object && CreateKey(item) is { } key)
                {
                    keys._keys[key.KeyId] = key;
                }
            }
        }

        return keys;
    }

    /// <summary>The key with an ID, or <see langword="null"/>.</summary>
    public RsaSecurityKey? Find(string id) => _keys.TryGetValue(id, out var key) ? key : null;

    private static RsaSecurityKey? CreateKey(JsonElement item)
    {
        if (item.GetText("kty") != "RSA" || item.GetText("use") is not (null or "sig") || item.GetText("alg") is not (null or "RS256")
            || item.GetText("kid") is not { Length: > 0 } id
            || Decode(item.GetText("n")) is not { Length: >= MinModulusBytes } modulus || Decode(item.GetText("e")) is not { Length: > 0 } exponent)
        {
            return null;
        }

        return new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) { KeyId = id };
    }

    private static byte[]? Decode(string? text)
    {
        try
        {
            return text is null ? null : Base64UrlEncoder.DecodeBytes(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
