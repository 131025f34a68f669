using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth.ContractTests.Server;

/// <summary>A server that does on its connections whatever the test says, below the level of HTTP.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    // A call that should have ended by itself gets a closed connection, and its test fails rather than hang.
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(30));
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;

    /// <param name="serve">What happens on each connection; it is closed at the end.</param>
    public RawServer(Func<RawConnection, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>Whether the server had to end a call that did not end by itself.</summary>
    public bool HadToEnd => _end.IsCancellationRequested;

    /// <summary>The requests that arrived in full, over all connections.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public AuthenticationClient Client(Action<AuthenticationClientOptions>? configure = null) => new(TestClient.Options(Url, configure));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        try
        {
            await _accepting;
        }
        finally
        {
            _listener.Stop();
            _end.Dispose();
        }
    }

    private async Task AcceptAsync(Func<RawConnection, Task> serve)
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_end.Token), serve));
            }
        }
        catch (OperationCanceledException)
        {
            // What a script itself does wrong comes out here, and fails the test.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, Func<RawConnection, Task> serve)
    {
        // A small write has to leave at once, or the tests would depend on how the system gathers them.
        socket.NoDelay = true;
        await using var connection = new RawConnection(socket, _requests.Enqueue, _end.Token);
        try
        {
            await serve(connection);
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left, or the test is over.
        }
    }
}
