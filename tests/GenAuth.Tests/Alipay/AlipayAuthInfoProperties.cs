using CsCheck;

namespace GenAuth.Tests.Alipay;

public sealed class AlipayAuthInfoProperties
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["=&%+ 2BbDd\t\n<>\uD800\uDC00asign_ty"], 0, 60]);

    [Fact]
    public void Any_text_is_read_or_is_a_format_error() => AnyText.Sample(
        text =>
        {
            var exception = Record.Exception(() => AlipayAuthInfo.Parse(text));

            Assert.True(exception is null or FormatException, $"{exception}");
        },
        iter: 5_000);

    [Fact]
    public void Any_parameters_that_are_written_are_read_back() => AuthInfoFields.Any.Sample(
        fields => Assert.Equal(fields, AlipayAuthInfo.Parse(AuthInfoFields.Write(fields)).Fields),
        iter: 2_000);

    [Fact]
    public void The_order_of_the_pairs_does_not_matter() => Gen.Select(AuthInfoFields.Any, Gen.Int).Sample(
        (fields, seed) =>
        {
            var pairs = AuthInfoFields.Write(fields).Split('&');
            new Random(seed).Shuffle(pairs);

            Assert.Equal(fields, AlipayAuthInfo.Parse(string.Join('&', pairs)).Fields);
        },
        iter: 500);
}
