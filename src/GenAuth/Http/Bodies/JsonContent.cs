using System.Net;
using System.Net.Http.Headers;
using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>
/// A body that the SDK wrote, and what is known of it. Its bytes are never lent: a server may answer, and the call end, while
/// they are still on their way.
/// </summary>
internal sealed class JsonContent : ByteArrayContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    public JsonContent(Utf8Json json)
        : base(json.Bytes)
    {
        Json = json;
        Headers.ContentType = JsonType;
    }

    public Utf8Json Json { get; }

#if !NETSTANDARD2_0
    // The base class cannot know what a derived one sends, and would wait for it without an end.
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(Json.Bytes, cancellationToken).AsTask();
#endif
}
