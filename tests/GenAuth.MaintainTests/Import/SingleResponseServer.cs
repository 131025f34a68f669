using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GenAuth.MaintainTests.Import;

/// <summary>A server that returns one response to every request, or never responds.</summary>
internal sealed class SingleResponseServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SingleResponseServer(string? response)
    {
        _listener.Start();
        Served = ServeAsync(response);
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/openapi.json";

    public Task Served { get; }

    public static string Ok(string body) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(string? response)
    {
        using var connection = await _listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer);
        if (response is not null)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(response));
        }

        // Until the client closes the connection.
        while (read > 0)
        {
            try
            {
                read = await stream.ReadAsync(buffer);
            }
            catch (IOException)
            {
                read = 0;
            }
        }
    }
}
