using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GenAuth.OpenIdConnect.Passwords;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Sm2;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;

namespace GenAuth.OpenIdConnect.Tests.Passwords;

public sealed class PasswordTests
{
    private const string Sm2PrivateKey = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
    private const string Sm2PublicKey = "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

    /// <summary>"password", encrypted by the JavaScript library that the service's own clients use.</summary>
    private const string Sm2Published =
        "8b4e5ad53e2fc95b5a239822abf4c24462f27229906191bb477eaebf58a09055091bc62ab545eb712852a78c459997b2fec59e46056b27185a200711b755ab8ec28da901deb789561ac0b925f4b07204692c0dbce55b9bea2546101014114f8d4b09dfad50ba964e";

    private static readonly RSA Key = RSA.Create(2048);

    [Fact]
    public void Rsa_password_is_decrypted_with_pkcs1() => Gen.String[0, 60].Where(static text => !text.Any(char.IsSurrogate)).Sample(
        password =>
        {
            var encrypted = new RsaPasswordCipher().Encrypt(password, Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()));

            Assert.Equal(password, Encoding.UTF8.GetString(Key.Decrypt(Convert.FromBase64String(encrypted), RSAEncryptionPadding.Pkcs1)));
        },
        iter: 50);

    [Theory]
    [InlineData(1024)]
    [InlineData(2048)]
    [InlineData(3072)]
    public void Rsa_key_is_read_as_pem_and_as_base64(int size)
    {
        using var key = RSA.Create(size);
        var expected = key.ExportParameters(includePrivateParameters: false);

        foreach (var text in new[] { key.ExportSubjectPublicKeyInfoPem(), key.ExportSubjectPublicKeyInfoPem().ReplaceLineEndings("\r\n"), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) })
        {
            var actual = RsaPublicKey.Parse(text)!.Value;
            Assert.Equal(expected.Modulus, actual.Modulus);
            Assert.Equal(expected.Exponent, actual.Exponent);
        }
    }

    [Fact]
    public void Damaged_rsa_key_is_no_key_or_another_one() => Gen.Select(Gen.Int[0, 40], Gen.Byte).Sample((position, value) =>
    {
        var bytes = Key.ExportSubjectPublicKeyInfo();
        bytes[position] = value;
        Assert.Null(Record.Exception(() => RsaPublicKey.Parse(Convert.ToBase64String(bytes))));
    });

    [Fact]
    public void Any_bytes_are_no_rsa_key() => Gen.Byte.Array[0, 60].Sample(static bytes => Assert.Null(RsaPublicKey.Parse(Convert.ToBase64String(bytes))));

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData(Sm2PublicKey)]
    public void Rsa_cipher_without_an_rsa_key_is_an_argument_error(string key) => Assert.Throws<ArgumentException>(() => new RsaPasswordCipher().Encrypt("secret-password", key));

    [Fact]
    public void Password_that_is_too_long_for_the_key_is_an_argument_error()
    {
        var failure = Assert.Throws<ArgumentException>(() => new RsaPasswordCipher().Encrypt(new string('p', 246), Key.ExportSubjectPublicKeyInfoPem()));

        Assert.Contains("245 bytes", failure.Message);
    }

    [Fact]
    public void Published_sm2_password_has_the_form_of_the_cipher() => Assert.Equal("password", Decrypt(Sm2Published));

    [Fact]
    public void Sm2_password_is_decrypted() => Gen.String[1, 40].Where(static text => !text.Any(char.IsSurrogate)).Sample(
        password =>
        {
            var encrypted = new Sm2PasswordCipher().Encrypt(password, Sm2PublicKey);

            Assert.Matches("^[0-9a-f]+$", encrypted);
            Assert.Equal(64 + 64 + 64 + (2 * Encoding.UTF8.GetByteCount(password)), encrypted.Length);
            Assert.Equal(password, Decrypt(encrypted));
        },
        iter: 50);

    [Fact]
    public void Sm2_password_is_never_the_same_twice() =>
        Assert.NotEqual(new Sm2PasswordCipher().Encrypt("password", Sm2PublicKey), new Sm2PasswordCipher().Encrypt("password", Sm2PublicKey));

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("04aa")]
    [InlineData("04ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void Sm2_cipher_without_a_point_of_the_curve_is_an_argument_error(string key) =>
        Assert.Contains("sm2p256v1", Assert.Throws<ArgumentException>(() => new Sm2PasswordCipher().Encrypt("password", key)).Message);

    [Theory]
    [InlineData("""{"rsa":{"publicKey":"RSA"},"sm2":{"publicKey":"SM2"}}""")]
    [InlineData("""{"statusCode":200,"message":"ok","data":{"rsa":{"publicKey":"RSA"},"sm2":{"publicKey":"SM2"}}}""")]
    public async Task Keys_of_the_service_are_found_with_and_without_envelope(string body)
    {
        await using var service = await StubService.StartAsync();
        service.On("/api/v3/system", body.Replace("RSA", Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo())).Replace("SM2", Sm2PublicKey));
        var client = service.CreateClient();

        var rsa = await client.EncryptPasswordAsync("password");
        var sm2 = await client.EncryptPasswordAsync("password", new Sm2PasswordCipher());

        Assert.Equal("password", Encoding.UTF8.GetString(Key.Decrypt(Convert.FromBase64String(rsa), RSAEncryptionPadding.Pkcs1)));
        Assert.Equal("password", Decrypt(sm2));
        Assert.Single(service.Requests);
        Assert.Equal(("rsa", "sm2"), (new RsaPasswordCipher().EncryptType, new Sm2PasswordCipher().EncryptType));
    }

    [Fact]
    public async Task Changed_key_is_loaded_on_demand()
    {
        await using var service = await StubService.StartAsync();
        using var next = RSA.Create(2048);
        var current = Key;
        service.On("/api/v3/system", _ => new("{\"rsa\":{\"publicKey\":\"" + Convert.ToBase64String(current.ExportSubjectPublicKeyInfo()) + "\"}}"));
        var client = service.CreateClient();
        await client.EncryptPasswordAsync("password");

        current = next;
        var encrypted = await client.EncryptPasswordAsync("password", refreshKey: true);

        Assert.Equal("password", Encoding.UTF8.GetString(next.Decrypt(Convert.FromBase64String(encrypted), RSAEncryptionPadding.Pkcs1)));
    }

    [Fact]
    public async Task Service_without_a_key_for_the_cipher_is_not_supported()
    {
        await using var service = await StubService.StartAsync();
        service.On("/api/v3/system", """{"rsa":{"publicKey":"x"},"sm2":null}""");

        var failure = await Assert.ThrowsAsync<NotSupportedException>(() => service.CreateClient().EncryptPasswordAsync("secret-password", new Sm2PasswordCipher()));

        Assert.DoesNotContain("secret-password", failure.Message);
    }

    private static string Decrypt(string encrypted)
    {
        var engine = new SM2Engine(new SM3Digest(), SM2Engine.Mode.C1C3C2);
        engine.Init(forEncryption: false, new ECPrivateKeyParameters(new BigInteger(Sm2PrivateKey, 16), new ECDomainParameters(CustomNamedCurves.GetByName("sm2p256v1"))));
        var bytes = Convert.FromHexString("04" + encrypted);
        return Encoding.UTF8.GetString(engine.ProcessBlock(bytes, 0, bytes.Length));
    }
}
