using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>A server in this process that speaks the protocol of Redis.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly GarnetServer _server;

    private RedisServer(GarnetServer server, int port)
    {
        _server = server;
        Configuration = FormattableString.Invariant($"127.0.0.1:{port},abortConnect=false");
    }

    /// <summary>For the clients.</summary>
    public string Configuration { get; }

    public static RedisServer Start()
    {
        // Another process may take the free port before the server does.
        for (var attempt = 1; ; attempt++)
        {
            var port = FindPort();
            try
            {
                var server = new GarnetServer(
                    ["--bind", "127.0.0.1", "--port", port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--memory", "64m", "--page", "4m", "--index", "4m"], NullLoggerFactory.Instance);
                server.Start();
                return new(server, port);
            }
            catch (SocketException) when (attempt < 10)
            {
            }
        }
    }

    public void Dispose() => _server.Dispose();

    private static int FindPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
