using System.Globalization;
using CsCheck;

namespace GenAuth.Tests.Http;

public sealed class RateLimitProperties
{
    private static readonly string[] Names =
    [
        "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Rate-Limit-Limit", "X-Rate-Limit-Remaining", "X-Rate-Limit-Reset", "Date",
    ];

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf("\"", "\\", ";", ",", "=", " ", "r=", "t=", "q=", "limit=", "remaining=", "reset=", "\"default\"", "-", ".", "e9", "1445412480", "é"),
        Gen.ULong.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Value = Gen.OneOf(Gen.String[Gen.Char[' ', '\u00ff'], 0, 20], Piece.Array[0, 8].Select(pieces => string.Concat(pieces)));

    private static readonly Gen<string> PolicyName = Gen.String[Gen.Char[' ', '~'], 0, 8].Select(text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal));

    [Fact]
    public void Any_headers_are_read_without_an_exception_and_no_value_is_negative() =>
        Gen.Select(Gen.OneOf(Names), Value).Array[1, 6].Sample(
            headers =>
            {
                var read = Read(headers);
                Assert.False(read is { Limit: null, Remaining: null, Reset: null });
                Assert.False(read?.Limit < 0 || read?.Remaining < 0 || read?.Reset < TimeSpan.Zero);
            },
            iter: 20_000);

    [Fact]
    public void Numbers_of_a_policy_of_any_name_are_found() => Gen.Select(PolicyName, Gen.Long[0, long.MaxValue], Gen.Long[0, long.MaxValue], Gen.Int[0, 999_999_999]).Sample(
        (name, limit, remaining, reset) =>
        {
            var read = Read([("RateLimit", $"\"{name}\";r={remaining};t={reset}"), ("RateLimit-Policy", $"\"x{name}\";q=1, \"{name}\";q={limit};w=1")]);
            Assert.Equal((limit, remaining, TimeSpan.FromSeconds(reset)), (read!.Limit, read.Remaining, read.Reset));
        },
        iter: 5_000);

    [Fact]
    public void A_point_in_time_in_seconds_and_in_milliseconds_is_the_same() => Gen.Int[1_000_000_000, int.MaxValue].Sample(
        time => Assert.Equal(
            Read([("Date", "Sun, 09 Sep 2001 01:46:40 GMT"), ("X-RateLimit-Reset", $"{time}")])!.Reset,
            Read([("Date", "Sun, 09 Sep 2001 01:46:40 GMT"), ("X-RateLimit-Reset", $"{time}000")])!.Reset),
        iter: 2_000);

    private static GenAuthRateLimit? Read((string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return new GenAuthResponseInfo(response).RateLimit;
    }
}
