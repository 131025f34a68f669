using System.Text;
using GenAuth.ContractTests.Server;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.ContractTests.Faults.Matrix;

/// <summary>A server that treats as many requests as it is told with a fault, and answers the others with their number.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    // Time stands still but where a script lets it pass, however busy the machine is.
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

    /// <summary>How many requests have arrived in full.</summary>
    public int Requests => _server.Requests.Count;

    /// <summary>Which connection, counted from 1, the first request came on that was treated badly.</summary>
    public int? FaultyConnection { get; private set; }

    /// <summary>Treats the next requests with the fault.</summary>
    public void Fail(int requests) => _failures = requests;

    public AuthenticationClient Client(int maxRetries) => _server.Client(options =>
    {
        options.AttemptTimeout = AttemptTimeout;
        options.TimeProvider = _clock;
        options.Retry = new RetryOptions { MaxRetries = maxRetries, BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero };
    });

    /// <summary>What the answer to a request says, so that nobody can take it for the answer to another one.</summary>
    public static string MessageOf(int request) => $"answer {request}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(RawConnection connection)
    {
        var number = Interlocked.Increment(ref _connections);
        while (true)
        {
            await connection.ReadRequestAsync();
            var answer = $$"""{"statusCode":200,"message":"{{MessageOf(Interlocked.Increment(ref _requests))}}","data":{"authInfo":"a","access_token":"t","expire_in":1} }""";
            if (_failures == 0)
            {
                await connection.SendJsonAsync(answer);
                continue;
            }

            _failures--;
            FaultyConnection ??= number;
            await SendAsync(connection, _fault.Bytes(answer));
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
