using System.Net;
using GenAuth.Testing.Service;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace GenAuth.Testing.Server;

/// <summary>
/// Kestrel on a free port of this machine. It runs without a host, because a host would read environment variables and appsettings
/// files and handle Ctrl+C.
/// </summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly KestrelServer _server;

    private LoopbackServer(KestrelServer server) => _server = server;

    /// <summary>Scheme, host and port.</summary>
    public string Address => _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();

    public static async Task<LoopbackServer> StartAsync(TenantService service, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = null;
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), sockets, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(new TenantApplication(service), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        return new LoopbackServer(server);
    }

    /// <summary>Closes the port and idle connections immediately. Running requests may take one more second.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var grace = new CancellationTokenSource(Grace))
        {
            await _server.StopAsync(grace.Token).ConfigureAwait(false);
        }

        _server.Dispose();
    }
}
