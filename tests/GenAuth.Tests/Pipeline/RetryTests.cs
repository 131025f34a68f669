using GenAuth.Models;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Pipeline;

public sealed class RetryTests
{
    private const string Busy = """{"statusCode":503,"message":"busy"}""";
    private const string Success = """{"statusCode":200,"message":"ok","data":{"list":[],"totalCount":0}}""";

    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A delay that ends as soon as a call waits for it.</summary>
    private readonly PassingTime _time = new(Noon);

    /// <summary>A delay that ends when the test advances the clock.</summary>
    private readonly FakeTimeProvider _stillTime = new(Noon);

    [Fact]
    public async Task Read_is_retried_until_it_succeeds()
    {
        using var service = new Service(Then(Busy, Busy, Success));

        await Client(service).ListUsersAsync(new ListUsersRequestDto());

        Assert.Equal(3, service.Sent.Count);
    }

    [Fact]
    public async Task Last_failure_is_thrown_after_the_last_retry()
    {
        using var service = new Service(Then("""{"statusCode":429}""", Busy, """{"statusCode":502,"requestId":"last"}"""));

        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).ListUsersAsync(new ListUsersRequestDto()));

        Assert.Equal("last", exception.RequestId);
        Assert.Equal(3, service.Sent.Count);
    }

    [Fact]
    public async Task Each_attempt_has_a_new_signature()
    {
        using var service = new Service(Then(Busy, Busy, Success));

        await Client(service).ListUsersAsync(new ListUsersRequestDto());

        Assert.Equal(3, service.Sent.Select(sent => sent.Header("x-genauth-signature-nonce")).Distinct().Count());
        Assert.Equal(3, service.Sent.Select(sent => sent.Header("Authorization")).Distinct().Count());
        Assert.Single(service.Sent.Select(sent => sent.Body).Distinct());
    }

    [Fact]
    public async Task Operation_that_must_not_be_retried_is_sent_once()
    {
        using var service = new Service(_ => Busy);

        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).CreateRoleAsync(new CreateRoleDto { Code = "editor" }));

        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task Single_use_code_is_sent_once_however_the_call_fails()
    {
        using var service = new Service(string (_) => throw new HttpRequestException("reset"));
        var client = new AuthenticationClient(
            new AuthenticationClientOptions { AppId = "app", AppSecret = "hunter2", AppHost = "https://example.genauth.ai", TimeProvider = _time }, new HttpClient(service));

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.SignInByAlipayAsync("my-alipay", "code"));

        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task Idempotent_write_is_retried_after_a_broken_connection_but_not_after_an_error_of_the_service()
    {
        using var broken = new Service(Failing(new HttpRequestException("reset"), """{"statusCode":200,"data":{"success":true}}"""));
        using var failed = new Service(_ => """{"statusCode":500}""");

        await Client(broken).DeleteUsersBatchAsync(new DeleteUsersBatchDto { UserIds = ["u"] });
        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(failed).DeleteUsersBatchAsync(new DeleteUsersBatchDto { UserIds = ["u"] }));

        Assert.Equal(2, broken.Sent.Count);
        Assert.Single(failed.Sent);
    }

    [Fact]
    public async Task Retries_can_be_disabled_for_a_client_and_for_a_call()
    {
        using var service = new Service(_ => Busy);

        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service, options => options.Retry.MaxRetries = 0).CallAsync());
        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).CallAsync(new RequestOptions { MaxRetries = 0 }));

        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task Call_can_have_more_retries_than_its_client()
    {
        using var service = new Service(_ => Busy);

        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).CallAsync(new RequestOptions { MaxRetries = 4, Timeout = TimeSpan.FromMinutes(5) }));

        Assert.Equal(5, service.Sent.Count);
    }

    [Fact]
    public async Task ShouldRetry_gets_the_failure_and_can_forbid_the_retry()
    {
        var asked = new List<RetryAttempt>();
        using var service = new Service(_ => Busy);
        var client = Client(service, options => options.Retry.ShouldRetry = attempt =>
        {
            asked.Add(attempt);
            return attempt.Number < 2;
        });

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync());

        Assert.Equal([1, 2], asked.Select(attempt => attempt.Number));
        Assert.All(asked, attempt => Assert.IsType<GenAuthServerException>(attempt.Failure));
        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task Exception_of_ShouldRetry_reaches_the_caller_and_nothing_is_sent_for_it()
    {
        using var service = new Service(_ => Busy);
        var client = Client(service, options => options.Retry.ShouldRetry = _ => throw new NotSupportedException("mine"));

        Assert.Equal("mine", (await Assert.ThrowsAsync<NotSupportedException>(() => client.CallAsync())).Message);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task Failure_that_is_not_retried_keeps_the_stack_trace_of_its_cause()
    {
        using var service = new Service(_ => Busy);

        var exception = await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).CallAsync());

        Assert.Contains(nameof(ResponseReader), exception.StackTrace, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("Sun, 01 Mar 2026 12:00:07 GMT")]
    public async Task RetryAfter_of_the_service_is_waited_for(string retryAfter)
    {
        var times = new List<DateTimeOffset>();
        using var service = new Service(_ =>
        {
            times.Add(_time.GetUtcNow());
            var response = Service.CreateResponse(times.Count == 1 ? """{"statusCode":429}""" : Success, headers: ("Retry-After", retryAfter));
            response.Headers.Date = _time.GetUtcNow();
            return Task.FromResult(response);
        });

        await Client(service).CallAsync();

        Assert.InRange((times[1] - times[0]).TotalSeconds, 7, 7.2);
    }

    [Fact]
    public async Task ShouldRetry_of_the_call_replaces_that_of_the_client()
    {
        using var service = new Service(_ => Busy);
        var client = Client(service, options => options.Retry.ShouldRetry = _ => false);

        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync());
        await Assert.ThrowsAsync<GenAuthServerException>(() => client.CallAsync(new RequestOptions { ShouldRetry = _ => true }));

        Assert.Equal(1 + 3, service.Sent.Count);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31)]
    public async Task Delay_longer_than_the_remaining_time_is_not_started(int seconds)
    {
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse("""{"statusCode":429}""", headers: ("Retry-After", $"{seconds}"))));

        // Without advancing the clock.
        var exception = await Assert.ThrowsAsync<GenAuthRateLimitedException>(() => Client(service, options => options.TimeProvider = _stillTime).CallAsync());

        Assert.Equal(TimeSpan.FromSeconds(seconds), exception.RetryAfter);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task Attempt_that_times_out_is_retried()
    {
        using var silent = new SilentService(respondTo: 2);
        var call = Client(silent.Service, WithoutWaits).CallAsync();

        await silent.PassAsync(_stillTime, 10);
        await call;

        Assert.Equal(2, silent.Service.Sent.Count);
    }

    [Fact]
    public async Task Timeout_of_all_attempts_names_AttemptTimeout()
    {
        using var silent = new SilentService();
        var call = Client(silent.Service, WithoutWaits).CallAsync(new RequestOptions { AttemptTimeout = TimeSpan.FromSeconds(3) });

        await silent.PassAsync(_stillTime, 3, 3, 3);
        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => call);

        Assert.Equal(GenAuthTimeoutScope.Attempt, exception.Scope);
        Assert.Equal(TimeSpan.FromSeconds(3), exception.Timeout);
        Assert.Contains("AttemptTimeout", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, silent.Service.Sent.Count);
    }

    [Fact]
    public async Task Timeout_of_the_call_names_Timeout()
    {
        using var silent = new SilentService();
        var call = Client(silent.Service, WithoutWaits).CallAsync(new RequestOptions { Timeout = TimeSpan.FromSeconds(15) });

        await silent.PassAsync(_stillTime, 10, 5);
        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => call);

        Assert.Equal(GenAuthTimeoutScope.Call, exception.Scope);
        Assert.Equal(TimeSpan.FromSeconds(15), exception.Timeout);
        Assert.Equal(2, silent.Service.Sent.Count);
    }

    [Fact]
    public async Task Timeout_with_equal_limits_names_that_of_the_call()
    {
        using var silent = new SilentService();
        var call = Client(silent.Service, WithoutWaits).CallAsync(new RequestOptions { Timeout = TimeSpan.FromSeconds(10) });

        await silent.PassAsync(_stillTime, 10);
        var exception = await Assert.ThrowsAsync<GenAuthTimeoutException>(() => call);

        Assert.Equal(GenAuthTimeoutScope.Call, exception.Scope);
        Assert.Single(silent.Service.Sent);
    }

    [Fact]
    public async Task Cancellation_ends_a_call_during_its_delay()
    {
        using var caller = new CancellationTokenSource();

        // A random delay may be zero.
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse(Busy, headers: ("Retry-After", "7"))));
        var call = Client(service, options => options.TimeProvider = _stillTime).CallAsync(cancellationToken: caller.Token);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task Options_that_are_changed_during_a_call_do_not_change_it()
    {
        var options = new RequestOptions { Headers = { ["x-trace"] = "before" } };
        using var service = new Service(_ =>
        {
            options.Headers["x-trace"] = "after";
            options.MaxRetries = 0;
            return Busy;
        });

        await Assert.ThrowsAsync<GenAuthServerException>(() => Client(service).CallAsync(options));

        Assert.Equal(["before", "before", "before"], service.Sent.Select(sent => sent.Header("x-trace")));
    }

    private void WithoutWaits(ManagementClientOptions options)
    {
        options.Retry.BaseDelay = options.Retry.MaxDelay = TimeSpan.Zero;
        options.TimeProvider = _stillTime;
    }

    private static Func<SentRequest, string> Then(params string[] responses)
    {
        var left = new Queue<string>(responses);
        return _ => left.Dequeue();
    }

    private static Func<SentRequest, string> Failing(Exception exception, string response)
    {
        var failed = false;
        return _ =>
        {
            if (failed)
            {
                return response;
            }

            failed = true;
            throw exception;
        };
    }

    private ManagementClient Client(Service service, Action<ManagementClientOptions>? change = null) => ManagementClients.Create(service, options =>
    {
        options.Retry = new RetryOptions();
        options.TimeProvider = _time;
        change?.Invoke(options);
    });

    /// <summary>A clock that jumps to the end of every retry delay. A timer as long as the attempt timeout is not a delay.</summary>
    private sealed class PassingTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime < new ManagementClientOptions().AttemptTimeout)
            {
                Advance(dueTime);
            }

            return timer;
        }
    }

    /// <summary>A service that responds to one of the attempts only.</summary>
    private sealed class SilentService : IDisposable
    {
        private readonly SemaphoreSlim _arrived = new(0);
        private int _attempts;

        public SilentService(int? respondTo = null) => Service = new Service(_ =>
        {
            var attempt = ++_attempts;
            _arrived.Release();
            return attempt == respondTo ? Task.FromResult(Tests.Support.Service.CreateResponse(Success)) : new TaskCompletionSource<HttpResponseMessage>().Task;
        });

        public Service Service { get; }

        /// <summary>Advances the clock when an attempt arrives.</summary>
        public async Task PassAsync(FakeTimeProvider time, params int[] seconds)
        {
            foreach (var some in seconds)
            {
                await _arrived.WaitAsync();
                time.Advance(TimeSpan.FromSeconds(some));
            }
        }

        public void Dispose()
        {
            Service.Dispose();
            _arrived.Dispose();
        }
    }
}
