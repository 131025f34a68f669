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
    public void An_outcome_is_repeated_by_what_it_says_and_by_what_the_operation_does(string repeatability)
    {
        var kind = Enum.Parse<RetrySafety>(repeatability);
        foreach (var status in Enumerable.Range(200, 500))
        {
            var expected = kind != RetrySafety.Never && (Passing.Contains(status) || (status == 500 && kind == RetrySafety.Read));

            Assert.True(expected == RetryPolicy.Allows(kind, Refused(status, HttpStatusCode.OK)), $"statusCode {status}");
            Assert.True(expected == RetryPolicy.Allows(kind, NoAnswer((HttpStatusCode)status)), $"HTTP {status}");
        }
    }

    [Theory]
    [InlineData(nameof(RetrySafety.Read), true)]
    [InlineData(nameof(RetrySafety.Idempotent), true)]
    [InlineData(nameof(RetrySafety.Never), false)]
    public void A_broken_connection_and_an_attempt_that_took_too_long_are_repeated_unless_that_does_harm(string repeatability, bool repeated)
    {
        var kind = Enum.Parse<RetrySafety>(repeatability);

        Assert.Equal(repeated, RetryPolicy.Allows(kind, new GenAuthConnectionException("x", new IOException())));
        Assert.Equal(repeated, RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", TimeSpan.FromSeconds(1), GenAuthTimeoutScope.Attempt, null)));
        Assert.False(RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", TimeSpan.FromSeconds(1), GenAuthTimeoutScope.Call, null)));
        Assert.False(RetryPolicy.Allows(kind, new GenAuthTimeoutException("x", null, null)));
    }

    [Fact]
    public void A_certificate_that_is_not_accepted_stays_so() => Assert.False(RetryPolicy.Allows(
        RetrySafety.Read, new GenAuthConnectionException("x", new HttpRequestException("x", new System.Security.Authentication.AuthenticationException()))));

    [Fact]
    public void A_refusal_behind_a_passing_http_status_is_repeated_too() =>
        Assert.True(RetryPolicy.Allows(RetrySafety.Read, Refused(400, HttpStatusCode.ServiceUnavailable)));

    [Fact]
    public void A_wait_lies_between_nothing_and_a_limit_that_doubles_up_to_its_own() => Gen.Select(Gen.Int[1, 40], Gen.Double[0, 0.999], Gen.Int[0, 2000], Gen.Int[2000, 60_000]).Sample(
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
    public void Half_of_the_luck_is_half_of_the_limit(int number, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), RetryPolicy.GetDelay(new RetryOptions(), number, 0.5));

    [Fact]
    public void What_is_no_failure_of_the_service_or_of_the_way_to_it_is_not_repeated() =>
        Assert.False(RetryPolicy.Allows(RetrySafety.Read, new OtherFailure()));

    [Fact]
    public void The_services_own_wait_counts_however_long_it_is()
    {
        var hour = TimeSpan.FromHours(1);
        var invalid = new GenAuthInvalidResponseException("x", GenAuthResponseProblem.NotJson, "no.", new InvalidResponseDetails(HttpStatusCode.OK, null, hour, null, string.Empty));

        Assert.Equal(hour, RetryPolicy.GetDelay(new RetryOptions(), 1, GenAuthApiException.Create(new GenAuthApiError { StatusCode = 429, RetryAfter = hour })));
        Assert.Equal(hour, RetryPolicy.GetDelay(new RetryOptions(), 1, invalid));
    }

    private sealed class OtherFailure() : GenAuthException("x", "x");

    private static GenAuthApiException Refused(int statusCode, HttpStatusCode http) =>
        GenAuthApiException.Create(new GenAuthApiError { Operation = "x", StatusCode = statusCode, HttpStatusCode = http });

    private static GenAuthInvalidResponseException NoAnswer(HttpStatusCode status) =>
        new("x", GenAuthResponseProblem.NotJson, "no.", new InvalidResponseDetails(status, null, null, null, string.Empty));
}
