using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenAuth.BuildTests;

/// <summary>An HTTP service on a free port that returns the test's responses and records the requests.</summary>
internal sealed class StubService : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly Func<string, string> _response;
    private readonly List<string> _requests = [];
    private readonly Task _serving;

    /// <param name="response">The JSON for a request: verb and target, followed by the body if there is one.</param>
    public StubService(Func<string, string> response)
    {
        _response = response;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Host => $"http://{_listener.LocalEndpoint}";

    /// <summary>Verb and target of each request, followed by its body if it had one.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_requests)
            {
                return [.. _requests];
            }
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        _serving.Wait();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync();
                await RespondAsync(connection.GetStream());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
        {
            // The service was stopped or the program exited; its own failure says more.
        }
    }

    private async Task RespondAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var request = (await reader.ReadLineAsync())!.Replace(" HTTP/1.1", string.Empty, StringComparison.Ordinal);
        var length = 0;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            length = header.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                ? int.Parse(header.AsSpan(header.IndexOf(':', StringComparison.Ordinal) + 1), provider: null) : length;
        }

        if (length > 0)
        {
            var body = new char[length];
            await reader.ReadBlockAsync(body);
            request = $"{request} {new string(body)}";
        }

        Add(request);

        var response = Encoding.UTF8.GetBytes(_response(request));
        var head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {response.Length}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync((byte[])[.. head, .. response]);
    }

    private void Add(string request)
    {
        lock (_requests)
        {
            _requests.Add(request);
        }
    }
}
