using System.Text;

namespace GenAuth.Models.Alipay;

/// <summary>
/// A parameter string, read strictly for the check of its signature: each set of signed fields has one accepted spelling per
/// value, so that no changed text passes as the signed one.
/// </summary>
internal sealed class AlipaySignedText
{
    private const string SignName = "sign";
    private const string SignTypeName = "sign_type";

    // Throws on lone surrogates and on invalid bytes instead of replacing them.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private AlipaySignedText(string? signType, byte[] signed, byte[] signature) => (SignType, Signed, Signature) = (signType, signed, signature);

    public string? SignType { get; }

    /// <summary>What is signed: every parameter but <c>sign</c>, decoded, in ordinal order of names.</summary>
    public byte[] Signed { get; }

    public byte[] Signature { get; }

    public static AlipaySignatureFailure? Read(string authInfo, out AlipaySignedText? text)
    {
        text = null;
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in authInfo.Split('&'))
        {
            var equals = pair.IndexOf('=');
            if (equals <= 0)
            {
                return AlipaySignatureFailure.MalformedParameter;
            }

            var name = pair.Substring(0, equals);
            if (!name.All(static character => IsUnreserved(character) && character != '~'))
            {
                return AlipaySignatureFailure.InvalidName;
            }

            if (fields.ContainsKey(name))
            {
                return AlipaySignatureFailure.DuplicateParameter;
            }

            if (Decode(pair.Substring(equals + 1)) is not { } value)
            {
                return AlipaySignatureFailure.InvalidEncoding;
            }

            if (value.Contains('&'))
            {
                return AlipaySignatureFailure.AmbiguousValue;
            }

            fields.Add(name, value);
        }

        if (!fields.TryGetValue(SignName, out var sign) || sign.Length == 0)
        {
            return AlipaySignatureFailure.MissingSignature;
        }

        if (ReadBase64(sign) is not { } signature)
        {
            return AlipaySignatureFailure.MalformedSignature;
        }

        fields.Remove(SignName);
        fields.TryGetValue(SignTypeName, out var signType);
        text = new(signType, Utf8.GetBytes(string.Join("&", fields.Select(static field => field.Key + "=" + field.Value))), signature);
        return null;
    }

    /// <summary>A value that is either not encoded and needs no encoding, or encoded as RFC 3986 does it, in capitals.</summary>
    private static string? Decode(string raw)
    {
        try
        {
            var value = raw;
            if (raw.Contains('%'))
            {
                value = Bytes(raw) is { } bytes ? Utf8.GetString(bytes) : null;
            }
            else if (raw.Any(static character => character is '+' or '=' || char.IsWhiteSpace(character) || char.IsControl(character)))
            {
                return null;
            }

            // Only well-formed text can be signed. The parser trims values, and what it shows has to be what is signed.
            return value is not null && Utf8.GetByteCount(value) >= 0 && value.Length == value.Trim().Length ? value : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string raw)
    {
        var bytes = new List<byte>(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '%')
            {
                if (!IsUnreserved(raw[index]))
                {
                    return null;
                }

                bytes.Add((byte)raw[index]);
                continue;
            }

            if (index + 2 >= raw.Length || Digit(raw[index + 1]) is not { } high || Digit(raw[index + 2]) is not { } low || IsUnreserved((char)((high * 16) + low)))
            {
                return null;
            }

            bytes.Add((byte)((high * 16) + low));
            index += 2;
        }

        return [.. bytes];
    }

    /// <summary>The last characters of Base64 hold bits that decoders ignore, so only the spelling that an encoder writes counts.</summary>
    private static byte[]? ReadBase64(string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text);
            return Convert.ToBase64String(bytes) == text ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsUnreserved(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';

    private static int? Digit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => null,
    };
}
