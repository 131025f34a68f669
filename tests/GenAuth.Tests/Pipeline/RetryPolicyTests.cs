using System.Net;
using CsCheck;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Pipeline;

public sealed class RetryPolicyTests
{
    private static readonly int[] Passing = [408, 429, 502, 503, 504];

    [Theory]
    [InlineData(nameof(RetrySafety.Read))]
    [InlineData(nameof(RetrySafety.Idempotent))]
    [InlineData(nameof(RetrySafety.Never))]
    public void Outcome_and_retry_safety_decide_about_a_retry(string safety)
    {
        var kind = Enum.Parse<RetrySafety>(safety);
        foreach (var status in Enumerable.Range(200, 500))
        {
            var expected = kind != RetrySafety.Never && (Passing.Contains(status) || (status == 500 && kind == RetrySafety.Read));

            Assert.True(expected == RetryPolicy.Allows(kind, Refused(status, HttpStatusCode.OK)), $"statusCode {status}");
            Assert.True(expected == RetryPolicy.Allows(kind, NoResponse((HttpStatusCode)status)), $"HTTP {status}");
        }
    }

    [Theory]
    [InlineData(nameof(RetrySafety.Read), true)]
    [InlineData(nameof(RetrySafety.Idempotent), true)]
    [InlineData(nameof(RetrySafety.Never), false)]
    public void Broken_connection_and_attempt_timeout_are_retried_if_the_operation_is_idempotent(string safety, bool repeated)
    {
        var kind = Enum.Parse<RetrySafety>(safety);

        Assert.Equal(repeated, RetryPolicy.Allows(kind, new GenAuthConnectionException("x", new IOException())));
        Assert.Equal(repeated, RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", TimeSpan.FromSeconds(1), GenAuthTimeoutScope.Attempt, null)));
        Assert.False(RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", TimeSpan.FromSeconds(1), GenAuthTimeoutScope.Call, null)));
        Assert.False(RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", null, null)));
    }

    [Fact]
    public void Rejected_certificate_is_not_retried() => Assert.False(RetryPolicy.Allows(
        RetrySafety.Read, new GenAuthConnectionException("x", new HttpRequestException("x", new System.Security.Authentication.AuthenticationException()))));

    [Fact]
    public void Transient_error_with_HTTP_200_is_retried() =>
        Assert.True(RetryPolicy.Allows(RetrySafety.Read, Refused(400, HttpStatusCode.ServiceUnavailable)));

    [Fact]
    public void Delay_is_between_zero_and_a_limit_that_doubles_up_to_MaxDelay() => Gen.Select(Gen.Int[1, 40], Gen.Double[0, 0.999], Gen.Int[0, 2000], Gen.Int[2000, 60_000]).Sample(
        (number, random, least, most) =>
        {
            var options = new RetryOptions { BaseDelay = TimeSpan.FromMilliseconds(least), MaxDelay = TimeSpan.FromMilliseconds(most) };

            var wait = RetryPolicy.GetDelay(options, number, random);

            Assert.InRange(wait.TotalMilliseconds, 0, Math.Min(least * Math.Pow(2, number - 1), most));
        });

    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(5, 1600)]
    [InlineData(6, 2500)]
    [InlineData(100, 2500)]
    public void Delay_is_proportional_to_the_random_number(int number, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryPolicy.GetDelay(new RetryOptions(), number, 0.5));

    [Fact]
    public void Other_exceptions_are_not_retried() =>
        Assert.False(RetryPolicy.Allows(RetrySafety.Read, new OtherFailure()));

    [Fact]
    public void RetryAfter_takes_precedence_however_long_it_is()
    {
        var hour = TimeSpan.FromHours(1);
        var invalid = new GenAuthInvalidResponseException("x", GenAuthResponseProblem.NotJson, "no.", new InvalidResponseDetails(HttpStatusCode.OK, null, hour, null, string.Empty));

        Assert.Equal(hour, RetryPolicy.GetDelay(new RetryOptions(), 1, GenAuthApiException.Create(new GenAuthApiError { StatusCode = 429, RetryAfter = hour })));
        Assert.Equal(hour, RetryPolicy.GetDelay(new RetryOptions(), 1, invalid));
    }

    private sealed class OtherFailure() : GenAuthException("x", "x");

    private static GenAuthApiException Refused(int statusCode, HttpStatusCode http) =>
        GenAuthApiException.Create(new GenAuthApiError { Operation = "x", StatusCode = statusCode, HttpStatusCode = http });

    private static GenAuthInvalidResponseException NoResponse(HttpStatusCode status) =>
        new("x", GenAuthResponseProblem.NotJson, "no.", new InvalidResponseDetails(status, null, null, null, string.Empty));
}
