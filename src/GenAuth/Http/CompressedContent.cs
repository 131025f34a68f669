using System.IO.Compression;

namespace GenAuth.Http;

/// <summary>
/// Compressed answers. The transport unpacks them itself, because the platform's handler makes 600 bytes of objects for each
/// call, compressed or not, and a caller's own handler may not unpack at all.
/// </summary>
internal static class CompressedContent
{
    /// <summary>What the service may send; "deflate" stands for two formats, and is never the best of the three.</summary>
#if NETSTANDARD2_0
    public const string Accepted = "gzip";
#else
    public const string Accepted = "gzip, br";
#endif

    /// <summary>The content as it was before it was compressed, or <see langword="null"/> when it was not.</summary>
    public static Stream? Unpack(Stream source, HttpContent content) => EncodingOf(content) switch
    {
        "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
#if !NETSTANDARD2_0
        "br" => new BrotliStream(source, CompressionMode.Decompress),
#endif
        _ => null,
    };

    private static string? EncodingOf(HttpContent content) =>
#if NETSTANDARD2_0
        content.Headers.TryGetValues("Content-Encoding", out var values) ? values.First().Trim().ToLowerInvariant() : null;
#else
        // Without parsing, which would make objects.
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString().Trim().ToLowerInvariant() : null;
#endif
}
