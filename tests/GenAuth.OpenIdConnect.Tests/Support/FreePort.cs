using System.Net;
using System.Net.Sockets;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>A port for a server that has to know its address before it starts.</summary>
internal static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
