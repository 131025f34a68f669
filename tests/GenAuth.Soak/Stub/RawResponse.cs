using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GenAuth.Soak.Stub;

/// <summary>Writes raw bytes to the connection and closes or resets it.</summary>
internal static class RawResponse
{
    /// <summary>Sends the text unchanged and closes the connection gracefully.</summary>
    public static async Task SendAsync(HttpContext context, string text)
    {
        var output = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), context.RequestAborted);
        await output.CompleteAsync();

        // Unsent bytes would be lost with the connection.
        await LeftAsync(context, Timeout.InfiniteTimeSpan);
        context.Abort();
    }

    /// <summary>Sends the text and drops the connection (RST).</summary>
    public static async Task ResetAsync(HttpContext context, string text)
    {
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), SocketFlags.None, context.RequestAborted);
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        context.Abort();
    }

    /// <summary>Waits until the client has left, or for a while.</summary>
    public static async Task LeftAsync(HttpContext context, TimeSpan time) =>
        await Task.Delay(time, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
