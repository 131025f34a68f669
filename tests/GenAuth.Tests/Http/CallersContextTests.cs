using System.IO.Pipelines;
using System.Text;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.Tests.Http;

/// <summary>A program may block the thread of its synchronization context until a call ends: no part of a call may need that thread.</summary>
public sealed class CallersContextTests
{
    private const string Success = """{"statusCode":200,"data":{}}""";

    private readonly CallersContext _context = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _slow = new();

    [Fact]
    public async Task Slow_response_does_not_resume_on_the_callers_context()
    {
        using var service = new Handler(_ => _slow.Task);
        var call = _context.Begin(() => ManagementClients.Create(service).CallAsync());

        _slow.SetResult(Service.CreateResponse(Success));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task Slow_response_of_a_logged_call_does_not_resume_on_the_callers_context()
    {
        using var service = new Handler(_ => _slow.Task);
        using var log = new LogText();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(log));
        var client = ManagementClients.Create(service, options => options.LoggerFactory = factory);
        var call = _context.Begin(() => client.WithResponseAsync((_, options) => client.CallAsync(options)));

        _slow.SetResult(Service.CreateResponse(Success));

        Assert.Equal(1, (await call).Response.Attempts);
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task Slow_body_does_not_resume_on_the_callers_context()
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
    public async Task Slow_token_exchange_does_not_resume_on_the_callers_context()
    {
        using var service = new Handler(request => request.RequestUri!.AbsolutePath.EndsWith("-token", StringComparison.Ordinal)
            ? _slow.Task
            : Task.FromResult(Service.CreateResponse(Success)));
        var call = _context.Begin(() => ManagementClients.WithToken(service).CallAsync());

        _slow.SetResult(Service.CreateResponse("""{"statusCode":200,"data":{"access_token":"t","expires_in":7200}}"""));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task Retry_delay_does_not_resume_on_the_callers_context()
    {
        var clock = new FakeTimeProvider();
        var sent = 0;
        using var service = new Handler(_ => Task.FromResult(sent++ == 0 ? Busy("7") : Service.CreateResponse(Success)));
        var call = _context.Begin(() => Repeating(service, clock).CallAsync());

        clock.Advance(TimeSpan.FromSeconds(7));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    [Fact]
    public async Task Slow_response_to_a_retry_does_not_resume_on_the_callers_context()
    {
        var sent = 0;
        using var service = new Handler(_ => sent++ == 0 ? Task.FromResult(Busy("0")) : _slow.Task);
        var call = _context.Begin(() => Repeating(service, new FakeTimeProvider()).CallAsync());

        _slow.SetResult(Service.CreateResponse(Success));

        await call;
        Assert.Equal(0, _context.Uses);
    }

    private static HttpResponseMessage Busy(string retryAfter) => Service.CreateResponse("""{"statusCode":503}""", headers: ("Retry-After", retryAfter));

    private static ManagementClient Repeating(Handler service, TimeProvider clock) =>
        ManagementClients.Create(service, options => (options.Retry, options.TimeProvider) = (new RetryOptions(), clock));

    /// <summary>A synchronization context that counts the continuations posted to it and never runs them.</summary>
    private sealed class CallersContext : SynchronizationContext
    {
        private int _uses;

        /// <summary>The number of posted continuations.</summary>
        public int Uses => _uses;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _uses);
            base.Post(d, state);
        }

        /// <summary>Starts a call that cannot complete yet.</summary>
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

    /// <summary>A service that does not use the synchronization context itself.</summary>
    private sealed class Handler(Func<HttpRequestMessage, Task<HttpResponseMessage>> response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => response(request);
    }
}
