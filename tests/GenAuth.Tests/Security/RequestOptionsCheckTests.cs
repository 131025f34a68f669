using GenAuth.Settings;

namespace GenAuth.Tests.Security;

public sealed class RequestOptionsCheckTests
{
    public static TheoryData<TimeSpan> Impossible =>
        new(TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromSeconds(-1), TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromMilliseconds(int.MaxValue + 1L));

    public static TheoryData<TimeSpan> Possible =>
        new(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(int.MaxValue), Timeout.InfiniteTimeSpan);

    [Fact]
    public void No_options_are_fine()
    {
        Assert.Null(RequestOptionsCheck.CopyChecked(null));
        Assert.NotNull(RequestOptionsCheck.CopyChecked(new RequestOptions()));
    }

    [Fact]
    public void Reasonable_options_are_fine()
    {
        var options = new RequestOptions { AccessToken = "token", Language = "ja-JP", Timeout = TimeSpan.FromSeconds(3) };
        options.Headers["x-real-ip"] = "203.0.113.7";
        options.Headers["Authorization"] = "Basic QVBQOlNFQw==";
        options.Headers["x-empty"] = string.Empty;

        RequestOptionsCheck.CopyChecked(options);
    }

    [Theory]
    [MemberData(nameof(Possible))]
    public void A_time_out_from_a_tick_to_infinity_is_fine(TimeSpan timeout) =>
        RequestOptionsCheck.CopyChecked(new RequestOptions { Timeout = timeout, AttemptTimeout = timeout, MaxRetries = 100 });

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Any_other_time_out_is_refused(TimeSpan timeout)
    {
        var message = Refusal(new RequestOptions { Timeout = timeout });

        Assert.StartsWith("Timeout must be greater than zero", message, StringComparison.Ordinal);
        Assert.Contains("InfiniteTimeSpan", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Nor_has_an_attempt_such_a_time_out(TimeSpan timeout) =>
        Assert.StartsWith("AttemptTimeout must be greater than zero", Refusal(new RequestOptions { AttemptTimeout = timeout }), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_number_of_repetitions_out_of_bounds_is_refused(int maxRetries) =>
        Assert.StartsWith("MaxRetries must be between 0 and 100.", Refusal(new RequestOptions { MaxRetries = maxRetries }), StringComparison.Ordinal);

    [Theory]
    [InlineData("hunter2\r\nx-forged: 1")]
    [InlineData("hunter2\n")]
    [InlineData("hunter2\u0000")]
    [InlineData("hunter2é")]
    public void A_header_value_that_could_start_another_header_is_refused_and_not_repeated(string value)
    {
        var message = Refusal(WithHeader("x-secret", value));

        Assert.StartsWith("Headers[\"x-secret\"] holds a line break", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Type")]
    [InlineData("content-length")]
    [InlineData("Content-Encoding")]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("x-naïve")]
    [InlineData("x:y")]
    [InlineData("x\r\ny")]
    public void What_is_no_request_headers_name_is_refused(string name)
    {
        var message = Refusal(WithHeader(name, "hunter2"));

        Assert.StartsWith("Headers[", message, StringComparison.Ordinal);
        Assert.Contains("not the name of a request header", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_header_without_a_value_is_refused() =>
        Assert.Contains("Remove the entry", Refusal(WithHeader("x-null", null!)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Bearer hunter2")]
    [InlineData("hunter2 ")]
    [InlineData("")]
    public void A_token_with_a_blank_or_a_scheme_is_refused_and_not_repeated(string token)
    {
        var message = Refusal(new RequestOptions { AccessToken = token });

        Assert.StartsWith("AccessToken is empty or holds a blank", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_could_start_another_header_is_refused() =>
        Assert.StartsWith("Language holds a line break", Refusal(new RequestOptions { Language = "en\r\nx-forged: 1" }), StringComparison.Ordinal);

    private static RequestOptions WithHeader(string name, string value)
    {
        var options = new RequestOptions();
        options.Headers[name] = value;
        return options;
    }

    private static string Refusal(RequestOptions options) =>
        Assert.Throws<ArgumentException>("requestOptions", () => RequestOptionsCheck.CopyChecked(options)).Message;
}
