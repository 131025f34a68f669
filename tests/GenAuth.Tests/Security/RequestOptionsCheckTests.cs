using GenAuth.Settings;

namespace GenAuth.Tests.Security;

public sealed class RequestOptionsCheckTests
{
    public static TheoryData<TimeSpan> Impossible =>
        new(TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromSeconds(-1), TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromMilliseconds(int.MaxValue + 1L));

    public static TheoryData<TimeSpan> Possible =>
        new(TimeSpan.FromTicks(1), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(int.MaxValue), Timeout.InfiniteTimeSpan);

    [Fact]
    public void Missing_request_options_are_accepted()
    {
        Assert.Null(RequestOptionsCheck.CopyChecked(null));
        Assert.NotNull(RequestOptionsCheck.CopyChecked(new RequestOptions()));
    }

    [Fact]
    public void Valid_request_options_are_accepted()
    {
        var options = new RequestOptions { AccessToken = "token", Language = "ja-JP", Timeout = TimeSpan.FromSeconds(3) };
        options.Headers["x-real-ip"] = "203.0.113.7";
        options.Headers["Authorization"] = "Basic QVBQOlNFQw==";
        options.Headers["x-empty"] = string.Empty;

        RequestOptionsCheck.CopyChecked(options);
    }

    [Theory]
    [MemberData(nameof(Possible))]
    public void Timeout_from_a_tick_to_infinity_is_accepted(TimeSpan timeout) =>
        RequestOptionsCheck.CopyChecked(new RequestOptions { Timeout = timeout, AttemptTimeout = timeout, MaxRetries = 100 });

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Timeout_out_of_range_is_refused(TimeSpan timeout)
    {
        var message = GetMessage(new RequestOptions { Timeout = timeout });

        Assert.StartsWith("Timeout must be greater than zero", message, StringComparison.Ordinal);
        Assert.Contains("InfiniteTimeSpan", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Impossible))]
    public void AttemptTimeout_out_of_range_is_refused(TimeSpan timeout) =>
        Assert.StartsWith("AttemptTimeout must be greater than zero", GetMessage(new RequestOptions { AttemptTimeout = timeout }), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void MaxRetries_out_of_range_is_refused(int maxRetries) =>
        Assert.StartsWith("MaxRetries must be between 0 and 100.", GetMessage(new RequestOptions { MaxRetries = maxRetries }), StringComparison.Ordinal);

    [Theory]
    [InlineData("hunter2\r\nx-forged: 1")]
    [InlineData("hunter2\n")]
    [InlineData("hunter2\u0000")]
    [InlineData("hunter2é")]
    public void Header_value_with_a_line_break_is_refused_and_not_shown(string value)
    {
        var message = GetMessage(WithHeader("x-secret", value));

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
    public void Invalid_header_name_is_refused(string name)
    {
        var message = GetMessage(WithHeader(name, "hunter2"));

        Assert.StartsWith("Headers[", message, StringComparison.Ordinal);
        Assert.Contains("not the name of a request header", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_header_without_a_value_is_refused() =>
        Assert.Contains("Remove the entry", GetMessage(WithHeader("x-null", null!)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Bearer hunter2")]
    [InlineData("hunter2 ")]
    [InlineData("")]
    public void Token_with_a_blank_or_a_scheme_is_refused_and_not_shown(string token)
    {
        var message = GetMessage(new RequestOptions { AccessToken = token });

        Assert.StartsWith("AccessToken is empty or holds a blank", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_with_a_line_break_is_refused() =>
        Assert.StartsWith("Language holds a line break", GetMessage(new RequestOptions { Language = "en\r\nx-forged: 1" }), StringComparison.Ordinal);

    private static RequestOptions WithHeader(string name, string value)
    {
        var options = new RequestOptions();
        options.Headers[name] = value;
        return options;
    }

    private static string GetMessage(RequestOptions options) =>
        Assert.Throws<ArgumentException>("requestOptions", () => RequestOptionsCheck.CopyChecked(options)).Message;
}
