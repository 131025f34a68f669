using System.Security.Cryptography;
using CsCheck;
using GenAuth.Tests.Alipay;

namespace GenAuth.Tests.Security;

public sealed class AlipaySignatureProperties(SigningKey key) : IClassFixture<SigningKey>
{
    // The characters with a meaning in the syntax, and characters that parsers confuse with others.
    private const string Alphabet = "aApPsigntype_RSA20123456789=&%+ -._~/?#;\t\n\0BbDdFf中é\u00a0\u200b\ufeff\ud800\udc00";

    private readonly RSA _key = key.Rsa;

    [Fact]
    public void Alipay_signature_of_any_signed_fields_is_valid_and_the_parsed_fields_are_the_signed_ones() => AuthInfoFields.Signable.Sample(
        fields =>
        {
            var sign = AuthInfoFields.Sign(fields, _key);
            var parsed = AlipayAuthInfo.Parse(AuthInfoFields.Write(fields, sign));

            Assert.True(IsValid(parsed, fields));
            fields["sign"] = sign;
            Assert.Equal(fields, parsed.Fields);
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void Alipay_signature_does_not_depend_on_the_order_of_unchanged_parameters() =>
        Gen.Select(AuthInfoFields.Signable, Gen.Int).Sample(
            (fields, seed) =>
            {
                var pairs = AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key)).Split('&');
                new Random(seed).Shuffle(pairs);

                Assert.True(IsValid(AlipayAuthInfo.Parse(string.Join('&', pairs)), fields));
            },
            iter: 150,
            threads: 1);

    [Fact]
    public void Alipay_signature_of_a_text_with_one_character_changed_inserted_or_removed_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, character, kind) => (kind % 3) switch
        {
            0 => text.Insert(at, character),
            1 => text.Remove(at, 1),
            _ => text.Remove(at, 1).Insert(at, character),
        });

    [Fact]
    public void Alipay_signature_of_a_text_with_a_part_repeated_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, _, kind) =>
        {
            var pairs = text.Split('&').ToList();
            var (pair, place) = (pairs[at % pairs.Count], kind % (pairs.Count + 1));
            pairs.Insert(place, pair);
            return string.Join('&', pairs);
        });

    [Fact]
    public void Alipay_signature_of_a_text_with_any_piece_repeated_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, _, kind) => text.Insert(at, text.Substring(at, 1 + (kind % (text.Length - at)))));

    [Fact]
    public void Alipay_signature_of_a_text_reordered_with_a_change_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, character, kind) =>
        {
            var pairs = text.Split('&');
            new Random(kind).Shuffle(pairs);
            var shuffled = string.Join('&', pairs);
            return shuffled[at] == character[0] ? shuffled.Insert(at, character) : shuffled.Remove(at, 1).Insert(at, character);
        });

    [Fact]
    public void Alipay_signature_of_a_text_with_a_character_percent_encoded_once_more_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, _, _) => text.Remove(at, 1).Insert(at, Uri.HexEscape(text[at])));

    [Fact]
    public void Alipay_signature_of_a_text_with_a_parameter_folded_into_the_one_before_is_not_valid() =>
        AssertEveryChangeIsRefused(static (text, at, _, kind) =>
        {
            var separators = text.Select((character, index) => (character, index)).Where(place => place.character == '&').Select(place => place.index).ToList();
            var index = separators[at % separators.Count];
            return text.Remove(index, 1).Insert(index, (kind % 3) switch { 0 => "%26", 1 => "%2526", _ => ";" });
        });

    // Ten changes of each text: signing costs more than checking.
    private void AssertEveryChangeIsRefused(Func<string, int, string, int, string> change) =>
        Gen.Select(AuthInfoFields.Signable, Gen.Select(Gen.Int.NonNegative, Gen.Char[Alphabet], Gen.Int.NonNegative).Array[10]).Sample(
            (fields, changes) =>
            {
                var text = AuthInfoFields.Write(fields, AuthInfoFields.Sign(fields, _key));
                foreach (var (at, character, kind) in changes)
                {
                    var changed = change(text, at % text.Length, character.ToString(), kind);
                    if (changed != text)
                    {
                        Assert.False(IsValid(AlipayAuthInfo.Parse(changed), fields), changed);
                    }
                }
            },
            iter: 150,
            threads: 1);

    private bool IsValid(AlipayAuthInfo parsed, SortedDictionary<string, string> signed) =>
        parsed.VerifySignature(_key, signed["sign_type"] == "RSA" ? AlipaySignType.Rsa : AlipaySignType.Rsa2).IsValid;
}
