using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace GenAuth.ContractTests.Server;

/// <summary>A TCP server whose connections the test serves, below the level of HTTP.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    // Closes the connection of a call that should have ended, so that its test fails instead of hanging.
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(30));
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly Task _accepting;

    /// <param name="serve">Serves a connection, which is closed afterwards.</param>
    public RawServer(Func<RawConnection, Task> serve)
    {
        _listener.Start();
        _accepting = AcceptAsync(serve);
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>Whether the server had to end a hanging call.</summary>
    public bool HadToEnd => _end.IsCancellationRequested;

    /// <summary>The completely received requests of all connections.</summary>
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
            // Failures of the test's own function are thrown here and fail the test.
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket, Func<RawConnection, Task> serve)
    {
        // Sends small writes at once, so that tests do not depend on buffering by the system.
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
