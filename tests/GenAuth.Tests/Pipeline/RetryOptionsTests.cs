using GenAuth.Tests.Support;

namespace GenAuth.Tests.Pipeline;

public sealed class RetryOptionsTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static TheoryData<string, RetryOptions?> Mistakes => new()
    {
        { "Retry is null. Set its MaxRetries to 0 to switch retries off.", null },
        { "Retry.MaxRetries must be between 0 and 100.", new() { MaxRetries = -1 } },
        { "Retry.MaxRetries must be between 0 and 100.", new() { MaxRetries = 101 } },
        { "Retry.BaseDelay must be between zero and Retry.MaxDelay.", new() { BaseDelay = -Tick } },
        { "Retry.BaseDelay must be between zero and Retry.MaxDelay.", new() { BaseDelay = TimeSpan.FromSeconds(5) + Tick } },
        { "Retry.MaxDelay must be at most a day.", new() { MaxDelay = Day + Tick } },
    };

    public static TheoryData<RetryOptions> Limits =>
    [
        new() { MaxRetries = 0 },
        new() { MaxRetries = 100 },
        new() { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
        new() { BaseDelay = Day, MaxDelay = Day },
    ];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Invalid_retry_setting_is_refused_with_its_name_and_remedy(string message, RetryOptions? retry) => Assert.Equal(
        message, Assert.Throws<ArgumentException>(() => new AuthenticationClient(Clients.Options(options => options.Retry = retry!))).Message.Split(" (Parameter")[0]);

    [Theory]
    [MemberData(nameof(Limits))]
    public void Limits_of_the_retry_settings_are_accepted(RetryOptions retry) =>
        Assert.NotNull(new AuthenticationClient(Clients.Options(options => options.Retry = retry)));
}
