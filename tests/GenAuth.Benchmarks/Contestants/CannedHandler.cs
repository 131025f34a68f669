using System.Net;
using System.Net.Http.Headers;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>Returns the same bytes for every request without a network. It reads the request body, as a connection does.</summary>
internal sealed class CannedHandler(byte[] response) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } sent)
        {
            await sent.CopyToAsync(Stream.Null, cancellationToken);
        }

        var content = new ByteArrayContent(response);
        content.Headers.ContentType = Json;
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }
}
