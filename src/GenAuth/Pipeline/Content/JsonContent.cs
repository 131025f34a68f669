using System.Net.Http.Headers;
using GenAuth.Serialization;

namespace GenAuth.Pipeline.Content;

/// <summary>A request body with its own content type. Every other body is sent as JSON.</summary>
internal interface IRequestBody
{
    /// <summary>Creates a new content for each attempt, because a content can be sent only once.</summary>
    /// <param name="sendOnce">Whether sending the content a second time throws.</param>
    HttpContent ToContent(bool sendOnce = false);
}

/// <summary>JSON written by the SDK, with the offsets of its members.</summary>
internal sealed class JsonContent : SendOnceContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    public JsonContent(Utf8Json json, bool sendOnce = false)
        : base(json.Bytes, sendOnce)
    {
        Json = json;
        Headers.ContentType = JsonType;
    }

    public Utf8Json Json { get; }
}
