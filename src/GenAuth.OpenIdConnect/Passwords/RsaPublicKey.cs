using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace GenAuth.OpenIdConnect.Passwords;

/// <summary>
/// Reads an RSA public key (SubjectPublicKeyInfo, RFC 5280) as PEM or as its Base64 text. The oldest framework has no method for it.
/// </summary>
internal static class RsaPublicKey
{
    private const byte Sequence = 0x30;
    private const byte BitString = 0x03;
    private const byte Integer = 0x02;

    /// <summary>1.2.840.113549.1.1.1, rsaEncryption.</summary>
    private static readonly byte[] RsaAlgorithm = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];

    /// <summary>Returns <see langword="null"/> if the text is not such a key.</summary>
    public static RSAParameters? Parse(string text)
    {
        var base64 = Regex.Replace(text, @"-----[A-Z ]+-----|\s", string.Empty, RegexOptions.CultureInvariant);
        try
        {
            return Parse(Convert.FromBase64String(base64));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static RSAParameters? Parse(ReadOnlySpan<byte> bytes)
    {
        if (Read(ref bytes, Sequence, out var info) && Read(ref info, Sequence, out var algorithm) && algorithm.StartsWith(RsaAlgorithm)
            && Read(ref info, BitString, out var bits) && bits.Length > 0 && bits[0] == 0)
        {
            bits = bits.Slice(1);
            if (Read(ref bits, Sequence, out var key) && Read(ref key, Integer, out var modulus) && Read(ref key, Integer, out var exponent))
            {
                return new RSAParameters { Modulus = ToUnsigned(modulus), Exponent = ToUnsigned(exponent) };
            }
        }

        return null;
    }

    /// <summary>A positive integer of DER begins with a zero if its first bit is set.</summary>
    private static byte[] ToUnsigned(ReadOnlySpan<byte> integer)
    {
        while (integer.Length > 0 && integer[0] == 0)
        {
            integer = integer.Slice(1);
        }

        return integer.ToArray();
    }

    /// <summary>Reads one element of DER: its tag, its length in one to five bytes, and its content.</summary>
    private static bool Read(ref ReadOnlySpan<byte> source, byte tag, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (source.Length < 2 || source[0] != tag)
        {
            return false;
        }

        var (length, position) = ((long)source[1], 2);
        if (length >= 0x80)
        {
            var count = (int)length - 0x80;
            if (count is 0 or > 4 || source.Length < 2 + count)
            {
                return false;
            }

            length = 0;
            for (; count > 0; count--)
            {
                length = (length << 8) | source[position++];
            }
        }

        if (length > source.Length - position)
        {
            return false;
        }

        content = source.Slice(position, (int)length);
        source = source.Slice(position + (int)length);
        return true;
    }
}
