namespace GenAuth.Tests.Http;

/// <summary>Rate limits in every common spelling of the headers.</summary>
public sealed class RateLimitTests
{
    private const string Date = "Date: Wed, 21 Oct 2015 07:28:00 GMT"; // 1445412480

    [Theory]
    [InlineData("X-RateLimit-Limit: 100", "X-RateLimit-Remaining: 99", "X-RateLimit-Reset: 30")]
    [InlineData("x-ratelimit-limit: 100", "x-ratelimit-remaining: 99", "x-ratelimit-reset: 30")]
    [InlineData("RateLimit-Limit: 100", "RateLimit-Remaining: 99", "RateLimit-Reset: 30")]
    [InlineData("RateLimit-Limit: 100, 100;w=60, 1000;w=3600", "RateLimit-Remaining: 99", "RateLimit-Reset: 30")]
    [InlineData("RateLimit-Limit: 100;w=60", "RateLimit-Remaining: 99", "RateLimit-Reset: 30")]
    [InlineData("X-Rate-Limit-Limit: 100", "X-Rate-Limit-Remaining: 99", "X-Rate-Limit-Reset: 30")]
    [InlineData("RateLimit: limit=100, remaining=99, reset=30")]
    [InlineData("RateLimit: limit=100", "RateLimit: remaining=99", "RateLimit: reset=30")]
    [InlineData("RateLimit: \"default\";r=99;t=30", "RateLimit-Policy: \"default\";q=100;w=60")]
    [InlineData("RateLimit: default; t=30; r=99", "RateLimit-Policy: other;q=1, default;w=60;q=100")]
    [InlineData("RateLimit: \"a,b;r=1\\\"\";r=99;t=30", "RateLimit-Policy: \"a,b;r=1\\\"\";q=100")]
    public void Every_spelling_of_the_rate_limit_headers_is_read(params string[] headers) => AssertLimit((100, 99, 30), headers);

    [Fact]
    public void Of_several_policies_the_one_with_the_fewest_requests_left_counts() => AssertLimit(
        (50, 3, 1), "RateLimit: \"day\";r=900;t=3000, \"burst\";r=3;t=1", "RateLimit: \"hour\";t=60", "RateLimit-Policy: \"day\";q=1000, \"burst\";q=50");

    [Fact]
    public void The_values_of_one_spelling_are_not_mixed_with_anothers() => AssertLimit(
        (null, 5, null), "X-RateLimit-Limit: 100", "RateLimit-Remaining: 5", "X-RateLimit-Remaining: 99", "X-RateLimit-Reset: 30");

    [Fact]
    public void Spelling_without_values_is_skipped() => AssertLimit(
        (100, null, null), "RateLimit: ?1", "RateLimit-Limit: many", "X-RateLimit-Limit: 100");

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1.5", 1.5)]
    [InlineData("999999999", 999999999)]
    [InlineData("1445412510", 30)]
    [InlineData("1445412510.25", 30.25)]
    [InlineData("1445412510500", 30.5)]
    [InlineData("1445412480", 0)]
    [InlineData("1000000000", 0)]
    [InlineData("99999999999", 98554587519)]
    [InlineData("100000000000", 0)]
    public void Reset_is_seconds_or_a_time_relative_to_the_response_date(string reset, double seconds) =>
        AssertLimit((null, null, seconds), Date, "X-RateLimit-Reset: " + reset);

    [Fact]
    public void Reset_without_a_response_date_uses_the_local_clock()
    {
        var hour = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();

        Assert.InRange(Read($"X-RateLimit-Reset: {hour}")!.Reset!.Value, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(60));
    }

    [Theory]
    [InlineData("X-RateLimit-Limit: -1")]
    [InlineData("X-RateLimit-Limit: 1.5")]
    [InlineData("X-RateLimit-Limit: 99999999999999999999")]
    [InlineData("X-RateLimit-Remaining: ")]
    [InlineData("X-RateLimit-Remaining: 1e3")]
    [InlineData("X-RateLimit-Remaining: 0x10")]
    [InlineData("X-RateLimit-Reset: -1")]
    [InlineData("X-RateLimit-Reset: soon", "X-RateLimit-Limit: ;")]
    [InlineData("X-RateLimit-Reset: 253402300800000")]
    [InlineData("X-RateLimit-Reset: 79228162514264337593543950336")]
    [InlineData("RateLimit: ")]
    [InlineData("RateLimit: =")]
    [InlineData("RateLimit: \"default\"")]
    [InlineData("RateLimit: \"default;r=1")]
    [InlineData("RateLimit: \"default\";r=-1;t=x")]
    [InlineData("RateLimit: limit=, remaining")]
    [InlineData("RateLimit: \"\\")]
    [InlineData("RateLimit-Policy: \"default\";q=100")]
    public void Malformed_rate_limit_headers_give_no_rate_limit(params string[] headers) => Assert.Null(Read(headers));

    private static void AssertLimit((long? Limit, long? Remaining, double? Reset) expected, params string[] headers)
    {
        var read = Read(headers);

        Assert.NotNull(read);
        Assert.Equal(expected, (read.Limit, read.Remaining, read.Reset?.TotalSeconds));
    }

    private static GenAuthRateLimit? Read(params string[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var header in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(header.Split(": ")[0], header[(header.IndexOf(": ", StringComparison.Ordinal) + 2)..]));
        }

        return new GenAuthResponseInfo(response).RateLimit;
    }
}
