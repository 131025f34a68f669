using System.Net.Http.Headers;
using GenAuth.Serialization;

namespace GenAuth.Pipeline.Content;

/// <summary>JSON that the SDK wrote, with the offsets of its members.</summary>
internal sealed class JsonContent : OneTimeContent
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json") { CharSet = "utf-8" };

    public JsonContent(Utf8Json json, bool isForOneSending = false)
        : base(json.Bytes, isForOneSending)
    {
        Json = json;
        Headers.ContentType = JsonType;
    }

    public Utf8Json Json { get; }
}
