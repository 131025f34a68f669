using System.IO.Pipelines;
using System.Text;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Http;

/// <summary>A program may block the one thread of its windows, or of its request, until a call ends: nothing of a call may need that thread.</summary>
public sealed class CallersContextTests
{
    private const string Success = """{"statusCode":200,"data":{}}""";

    private readonly CallersContext _context = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _slow = new();

    [Fact]
    public async Task A_slow_answer_is_awaited_elsewhere()
    {
        using var service = new Handler(_ => _slow.Task);
        var call = _context.Begin(() => ManagementClients.Create(service).CallAsync());

        _slow.SetResult(Service.Answer(Success));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task A_slow_answer_is_awaited_elsewhere_by_whoever_observes_the_call_too()
    {
        using var service = new Handler(_ => _slow.Task);
        using var log = new LogText();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(log));
        var client = ManagementClients.Create(service, options => options.LoggerFactory = factory);
        var call = _context.Begin(() => client.WithResponseAsync((_, options) => client.CallAsync(options)));

        _slow.SetResult(Service.Answer(Success));

        Assert.Equal(1, (await call).Response.Attempts);
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task A_slow_body_is_awaited_elsewhere()
    {
        var pipe = new Pipe(new PipeOptions(useSynchronizationContext: false));
        using var service = new Handler(_ => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(pipe.Reader.AsStream()) }));
        var call = _context.Begin(() => ManagementClients.Create(service).CallAsync());

        await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(Success));
        await pipe.Writer.CompleteAsync();

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task A_slow_token_is_awaited_elsewhere()
    {
        using var service = new Handler(request => request.RequestUri!.AbsolutePath.EndsWith("-token", StringComparison.Ordinal)
            ? _slow.Task
            : Task.FromResult(Service.Answer(Success)));
        var call = _context.Begin(() => ManagementClients.WithToken(service).CallAsync());

        _slow.SetResult(Service.Answer("""{"statusCode":200,"data":{"access_token":"t","expires_in":7200}}"""));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task A_wait_for_another_attempt_is_awaited_elsewhere()
    {
        var clock = new FakeTimeProvider();
        var sent = 0;
        using var service = new Handler(_ => Task.FromResult(sent++ == 0 ? Busy("7") : Service.Answer(Success)));
        var call = _context.Begin(() => Repeating(service, clock).CallAsync());

        clock.Advance(TimeSpan.FromSeconds(7));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task A_slow_answer_to_another_attempt_is_awaited_elsewhere()
    {
        var sent = 0;
        using var service = new Handler(_ => sent++ == 0 ? Task.FromResult(Busy("0")) : _slow.Task);
        var call = _context.Begin(() => Repeating(service, new FakeTimeProvider()).CallAsync());

        _slow.SetResult(Service.Answer(Success));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    private static HttpResponseMessage Busy(string retryAfter) => Service.Answer("""{"statusCode":503}""", headers: ("Retry-After", retryAfter));

    private static ManagementClient Repeating(Handler service, TimeProvider clock) =>
        ManagementClients.Create(service, options => (options.Retry, options.TimeProvider) = (new RetryOptions(), clock));

    /// <summary>A thread that is busy, as far as whoever wants to come back to it can tell; in truth the test would wait for ever.</summary>
    private sealed class CallersContext : SynchronizationContext
    {
        private int _uses;

        /// <summary>How often somebody wanted to go on there.</summary>
        public int Uses => _uses;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            base.Post(d, state);
        }

        /// <summary>Begins what cannot end yet.</summary>
        public Task<T> Begin<T>(Func<Task<T>> call)
        {
            var before = Current;
            SetSynchronizationContext(this);
            try
            {
                var task = call();
                Assert.False(task.IsCompleted);
                return task;
            }
            finally
            {
                SetSynchronizationContext(before);
            }
        }
    }

    /// <summary>A service that leaves no trace of its own in the context.</summary>
    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer(request);
    }
}
