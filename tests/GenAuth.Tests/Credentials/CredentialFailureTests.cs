using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Credentials;

/// <summary>Providers that fail: with signatures, management tokens, and the application's secret in the body and in the header.</summary>
public sealed class CredentialFailureTests : IDisposable
{
    private const string Provider = "GenAuth.Tests.Credentials.CredentialFailureTests+";

    private readonly StubHandler _handler = new();

    public static TheoryData<string> Ways => [.. Enum.GetNames<Way>()];

    public static TheoryData<string, string> Invalid => new()
    {
        { null!, "It is null." },
        { "", " is empty" },
        { "  ", " blank" },
        { "hunter2\n", "holds a blank, a line break" },
        { "hunter2\r\nx-forged: 1", "holds a blank, a line break" },
        { "hünter2", "holds a blank, a line break" },
    };

    public void Dispose() => _handler.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Exception_of_a_provider_is_the_inner_one_of_an_exception_that_names_the_provider(string way)
    {
        var exception = await Assert.ThrowsAsync<GenAuthCredentialException>(() => CallAsync(way, _ => throw new TimeoutException("The secret is hunter2.")));

        Assert.StartsWith(Provider, exception.Provider, StringComparison.Ordinal);
        Assert.EndsWith($" could not be authorized: {exception.Provider} threw TimeoutException. The inner exception has the details.", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Cancellation_by_a_provider_itself_is_its_failure(string way) => Assert.IsType<OperationCanceledException>(
        (await Assert.ThrowsAsync<GenAuthCredentialException>(() => CallAsync(way, _ => throw new OperationCanceledException()))).InnerException);

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Invalid_value_of_a_provider_is_an_exception_that_does_not_show_it(string? value, string problem)
    {
        foreach (var way in Enum.GetNames<Way>())
        {
            var exception = await Assert.ThrowsAsync<GenAuthCredentialException>(() => CallAsync(way, _ => new(value!)));

            Assert.Contains("returned an invalid credential.", exception.Message, StringComparison.Ordinal);
            Assert.True(exception.Message.Contains(problem, StringComparison.Ordinal) || (problem == " blank" && exception.Message.Contains("is empty", StringComparison.Ordinal)), exception.Message);
            Assert.DoesNotContain("nter2", exception.Message, StringComparison.Ordinal);
            Assert.Null(exception.InnerException);
        }

        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Callers_cancellation_ends_the_wait_for_a_provider(string way)
    {
        using var cancellation = new CancellationTokenSource();
        var call = CallAsync(way, _ => new(new TaskCompletionSource<string>().Task), cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Time_limit_ends_the_wait_for_a_provider(string way) =>
        await Assert.ThrowsAsync<GenAuthTimeoutException>(() => CallAsync(way, _ => new(new TaskCompletionSource<string>().Task), timeout: TimeSpan.FromMilliseconds(1)));

    [Fact]
    public async Task Failure_of_a_provider_is_logged_with_its_name_and_without_its_text()
    {
        using var log = new LogText();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(log));

        await Assert.ThrowsAsync<GenAuthCredentialException>(() => CallAsync(nameof(Way.Signature), _ => throw new TimeoutException("hunter2"), loggerFactory: factory));

        Assert.Contains("was not sent: the credential provider " + Provider + "Keys failed with TimeoutException", log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", log.ToString(), StringComparison.Ordinal);
    }

    private async Task CallAsync(
        string way, Func<CancellationToken, ValueTask<string>> get, TimeSpan? timeout = null, ILoggerFactory? loggerFactory = null, CancellationToken cancellationToken = default)
    {
        if (way is nameof(Way.Signature) or nameof(Way.ManagementToken))
        {
            await ManagementClients.Create(_handler, options =>
            {
                (options.AccessKeyId, options.AccessKeySecret, options.AccessKeyProvider) = ("", "", new Keys(get));
                options.AuthorizationMethod = Enum.Parse<ManagementAuthorizationMethod>(way);
                (options.Timeout, options.LoggerFactory) = (timeout ?? Timeout.InfiniteTimeSpan, loggerFactory);
                options.AttemptTimeout = Timeout.InfiniteTimeSpan;
            }).CallAsync(cancellationToken: cancellationToken);
            return;
        }

        await Clients.Create(_handler, options =>
        {
            (options.AppSecret, options.ClientSecretProvider) = (null, new Secrets(get));
            options.TokenEndpointAuthMethod = Enum.Parse<TokenEndpointAuthMethod>(way);
            (options.Timeout, options.AttemptTimeout) = (timeout ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }).SignInByAlipayAsync("my-alipay", "1", cancellationToken: cancellationToken);
    }

    private enum Way
    {
        Signature,
        ManagementToken,
        ClientSecretPost,
        ClientSecretBasic,
    }

    private sealed class Keys(Func<CancellationToken, ValueTask<string>> get) : IAccessKeyProvider
    {
        public async ValueTask<AccessKey> GetAccessKeyAsync(CancellationToken cancellationToken) =>
            await get(cancellationToken) is { } secret ? new AccessKey("key", secret) : null!;
    }

    private sealed class Secrets(Func<CancellationToken, ValueTask<string>> get) : IClientSecretProvider
    {
        public ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken) => get(cancellationToken);
    }
}
