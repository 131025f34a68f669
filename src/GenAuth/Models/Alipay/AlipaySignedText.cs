using System.Text;

namespace GenAuth.Models.Alipay;

/// <summary>
/// The signed part of a parameter string. Parsing is strict: each value has only one valid spelling, so that a changed text cannot be
/// accepted as the signed one.
/// </summary>
internal sealed class AlipaySignedText
{
    private const string SignName = "sign";
    private const string SignTypeName = "sign_type";

    // Throws for lone surrogates and invalid bytes instead of replacing them.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private AlipaySignedText(string? signType, byte[] signed, byte[] signature) => (SignType, Signed, Signature) = (signType, signed, signature);

    public string? SignType { get; }

    /// <summary>The signed bytes: all parameters except <c>sign</c>, decoded, in ordinal order of names.</summary>
    public byte[] Signed { get; }

    public byte[] Signature { get; }

    public static AlipaySignatureFailure? Parse(string authInfo, out AlipaySignedText? text)
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

        if (DecodeBase64(sign) is not { } signature)
        {
            return AlipaySignatureFailure.MalformedSignature;
        }

        fields.Remove(SignName);
        fields.TryGetValue(SignTypeName, out var signType);
        text = new(signType, Utf8.GetBytes(string.Join("&", fields.Select(static field => field.Key + "=" + field.Value))), signature);
        return null;
    }

    /// <summary>Decodes a value that needs no encoding, or is percent-encoded by RFC 3986 with upper-case digits; otherwise <see langword="null"/>.</summary>
    private static string? Decode(string raw)
    {
        try
        {
            var value = raw;
            if (raw.Contains('%'))
            {
                value = DecodePercent(raw) is { } bytes ? Utf8.GetString(bytes) : null;
            }
            else if (raw.Any(static character => character is '+' or '=' || char.IsWhiteSpace(character) || char.IsControl(character)))
            {
                return null;
            }

            // Only well-formed text can be signed. AlipayAuthInfo trims values, and it must show exactly the signed ones.
            return value is not null && Utf8.GetByteCount(value) >= 0 && value.Length == value.Trim().Length ? value : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? DecodePercent(string raw)
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

            if (index + 2 >= raw.Length || GetHexDigit(raw[index + 1]) is not { } high || GetHexDigit(raw[index + 2]) is not { } low || IsUnreserved((char)((high * 16) + low)))
            {
                return null;
            }

            bytes.Add((byte)((high * 16) + low));
            index += 2;
        }

        return [.. bytes];
    }

    /// <summary>Accepts only the spelling that an encoder writes, because decoders ignore some bits of the last characters.</summary>
    private static byte[]? DecodeBase64(string text)
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

    private static int? GetHexDigit(char character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        _ => null,
    };
}
