using System.Text;
using System.Text.RegularExpressions;
using GenAuth.OpenIdConnect;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Utilities.Encoders;

namespace GenAuth.Sm2;

/// <summary>
/// Encrypts passwords with SM2 (GB/T 32918.4) on the curve sm2p256v1, in the order C1, C3, C2 and in lower-case hexadecimal digits,
/// as the service expects.
/// </summary>
public sealed class Sm2PasswordCipher : IPasswordCipher
{
    /// <summary>Two digits for the form of a point; the service expects the point without them.</summary>
    private const int PointFormDigits = 2;

    private static readonly ECDomainParameters Curve = new(CustomNamedCurves.GetByName("sm2p256v1"));

    /// <inheritdoc/>
    public string EncryptType => "sm2";

    /// <inheritdoc/>
    public string Encrypt(string password, string publicKey)
    {
        if (string.IsNullOrEmpty(password))
        {
            throw new ArgumentException("password is empty, which SM2 cannot encrypt. Pass the user's password.", nameof(password));
        }

        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.Init(forEncryption: true, new ParametersWithRandom(ReadKey(publicKey)));
        var bytes = Encoding.UTF8.GetBytes(password);
        return Hex.ToHexString(engine.ProcessBlock(bytes, 0, bytes.Length)).Substring(PointFormDigits);
    }

    private static ECPublicKeyParameters ReadKey(string publicKey)
    {
        const string Remedy = "publicKey is not a point of the curve sm2p256v1 in hexadecimal digits. Pass the key that the service publishes at /api/v3/system.";
        if (publicKey is null || !Regex.IsMatch(publicKey, "^04[0-9A-Fa-f]{128}$", RegexOptions.CultureInvariant))
        {
            throw new ArgumentException(Remedy, nameof(publicKey));
        }

        try
        {
            return new ECPublicKeyParameters(Curve.Curve.DecodePoint(Hex.Decode(publicKey)), Curve);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException(Remedy, nameof(publicKey), exception);
        }
    }
}
