using GenAuth.Pipeline;

namespace GenAuth.Tests.Http;

public sealed class RetryAfterTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData(" 120 ", 120)]
    public void RetryAfter_in_seconds_is_the_delay(string header, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Wait(header));

    [Fact]
    public void RetryAfter_date_is_relative_to_the_response_date() =>
        Assert.Equal(TimeSpan.FromSeconds(90), Wait("Wed, 21 Oct 2015 07:29:30 GMT", date: "Wed, 21 Oct 2015 07:28:00 GMT"));

    [Fact]
    public void RetryAfter_date_in_the_past_is_no_delay() =>
        Assert.Equal(TimeSpan.Zero, Wait("Wed, 21 Oct 2015 07:27:00 GMT", date: "Wed, 21 Oct 2015 07:28:00 GMT"));

    [Fact]
    public void RetryAfter_date_without_a_response_date_uses_the_local_clock()
    {
        Assert.Equal(TimeSpan.Zero, Wait("Wed, 21 Oct 2015 07:27:00 GMT"));
        Assert.True(Wait("Fri, 31 Dec 9999 23:59:59 GMT") > TimeSpan.FromDays(365));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("2015-10-21")]
    public void Malformed_RetryAfter_is_no_delay(string? header) => Assert.Null(Wait(header));

    private static TimeSpan? Wait(string? header, string? date = null)
    {
        using var message = new HttpResponseMessage();
        if (header is not null)
        {
            message.Headers.TryAddWithoutValidation("Retry-After", header);
        }

        if (date is not null)
        {
            message.Headers.TryAddWithoutValidation("Date", date);
        }

        using var body = ResponseBody.ReadAsync(null, 0, default).AsTask().Result;
        return new ApiResponse(message, body).RetryAfter;
    }
}
