using System.Text;
using GenAuth.ContractTests.Server;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>A server that fails a given number of requests with a fault and returns the request's number to all others.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // The clock advances only when a test advances it, so that the load of the machine does not matter.
    private readonly FakeTimeProvider _clock = new();
    private readonly RawServer _server;
    private readonly Fault _fault;
    private readonly string _timing;
    private int _failures;
    private int _requests;
    private int _connections;

    public FaultyServer(Fault fault, string timing)
    {
        _fault = fault;
        _timing = timing;
        _server = new RawServer(ServeAsync);
    }

    /// <summary>The number of completely received requests.</summary>
    public int Requests => _server.Requests.Count;

    /// <summary>The number of the connection, from 1, of the first faulty request.</summary>
    public int? FaultyConnection { get; private set; }

    /// <summary>Fails the next requests with the fault.</summary>
    public void Fail(int requests) => _failures = requests;

    public AuthenticationClient Client(int maxRetries) => _server.Client(options =>
    {
        options.AttemptTimeout = AttemptTimeout;
        options.TimeProvider = _clock;
        options.Retry = new RetryOptions { MaxRetries = maxRetries, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };
    });

    /// <summary>The message in the response to a request; it identifies the request that the response belongs to.</summary>
    public static string MessageOf(int request) => $"response {request}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(RawConnection connection)
    {
        var number = Interlocked.Increment(ref _connections);
        while (true)
        {
            await connection.ReadRequestAsync();
            var response = $$"""{"statusCode":200,"message":"{{MessageOf(Interlocked.Increment(ref _requests))}}","data":{"authInfo":"a","access_token":"t","expire_in":1} }""";
            if (_failures == 0)
            {
                await connection.SendJsonAsync(response);
                continue;
            }

            _failures--;
            FaultyConnection ??= number;
            await SendAsync(connection, _fault.Bytes(response));
            _fault.End?.Invoke(connection);
        }
    }

    private async Task SendAsync(RawConnection connection, string bytes)
    {
        if (_timing is FaultTiming.AtOnce or FaultTiming.Late)
        {
            _clock.Advance(_timing == FaultTiming.Late ? AttemptTimeout : TimeSpan.Zero);
            await connection.SendAsync(bytes);
            return;
        }

        for (var sent = 0; sent < bytes.Length; sent++)
        {
            _clock.Advance(_timing == FaultTiming.TooSlow && sent == bytes.Length / 2 ? AttemptTimeout : TimeSpan.Zero);
            await connection.SendAsync(Encoding.Latin1.GetBytes(bytes, sent, 1));
        }
    }
}
