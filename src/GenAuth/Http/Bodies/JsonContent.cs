using System.Net.Http.Headers;
using GenAuth.Json;

namespace GenAuth.Http;

/// <summary>A body that the SDK wrote, and what is known of it.</summary>
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
