using System.Security.Cryptography;
using CsCheck;

namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoSignatureProperties(SigningKey key) : IClassFixture<SigningKey>
{
    private readonly RSA _key = key.Rsa;

    [Fact]
    public void A_signed_string_verifies() => AuthInfoFields.Any.Sample(
        fields => Assert.True(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key))).VerifySignature(_key)),
        iter: 150,
        threads: 1);

    [Fact]
    public void A_signed_string_with_one_character_changed_does_not() =>
        Gen.Select(AuthInfoFields.Any.Where(fields => fields.Count > 1), Gen.Int.NonNegative, Gen.Int.NonNegative).Sample(
            (fields, which, where) =>
            {
                var sign = AuthInfoFields.Sign(fields, _key);
                var names = fields.Keys.Where(name => name != "sign_type").ToList();
                var name = names[which % names.Count];
                fields[name] = ChangeOne(fields[name], where);

                Assert.False(AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, sign)).VerifySignature(_key));
            },
            iter: 150,
            threads: 1);

    private static string ChangeOne(string value, int where)
    {
        if (value.Length == 0)
        {
            return "x";
        }

        var characters = value.ToCharArray();
        ref var character = ref characters[where % characters.Length];
        character = character == 'x' ? 'y' : 'x';
        return new string(characters);
    }
}
