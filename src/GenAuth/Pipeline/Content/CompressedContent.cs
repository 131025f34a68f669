#if !NETSTANDARD2_0
using System.Buffers;
#endif
using System.IO.Compression;

namespace GenAuth.Pipeline.Content;

/// <summary>
/// Compressed answers. The transport unpacks them itself, because the platform's handler makes 600 bytes of objects for each
/// call, compressed or not, and a caller's own handler may not unpack at all.
/// </summary>
internal static class CompressedContent
{
    /// <summary>Enough to tell a compressed body from one that was unpacked before.</summary>
    private const int HeadBytes = 256;

    /// <summary>
    /// The content as it was before it was compressed, or <see langword="null"/> when its headers name no compression. A handler or
    /// a browser that unpacks may leave the header behind, so the body decides whether it is compressed still.
    /// </summary>
    public static ValueTask<Stream?> UnpackAsync(Stream source, HttpContent content, CancellationToken cancellationToken) => EncodingOf(content) switch
    {
        "gzip" or "x-gzip" => UnpackAsync(source, static (head, _) => IsGzip(head), static stream => new GZipStream(stream, CompressionMode.Decompress), cancellationToken),
#if !NETSTANDARD2_0
        "br" => UnpackAsync(source, IsBrotli, static stream => new BrotliStream(stream, CompressionMode.Decompress), cancellationToken),
#endif
        _ => default,
    };

    private static async ValueTask<Stream?> UnpackAsync(
        Stream source, Func<ArraySegment<byte>, bool, bool> isCompressed, Func<Stream, Stream> unpack, CancellationToken cancellationToken)
    {
        var head = new byte[HeadBytes];
        int length = 0, count;
        do
        {
#if NETSTANDARD2_0
            count = await source.ReadAsync(head, length, head.Length - length, cancellationToken).ConfigureAwait(false);
#else
            count = await source.ReadAsync(head.AsMemory(length), cancellationToken).ConfigureAwait(false);
#endif
            length += count;
        }
        while (count > 0 && length < head.Length);

        var beginning = new ArraySegment<byte>(head, 0, length);
        var whole = new PrefixedStream(beginning, source);

        // What is neither text nor compressed is damaged, and the decompression says so.
        return IsText(beginning) && !isCompressed(beginning, count == 0) ? whole : unpack(whole);
    }

    private static bool IsGzip(ArraySegment<byte> beginning) => beginning.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

#if !NETSTANDARD2_0
    /// <summary>Brotli has no mark at its beginning, and one may look like that of JSON. Text fails as Brotli within a few bytes, or is over before its time.</summary>
    private static bool IsBrotli(ArraySegment<byte> beginning, bool isWhole)
    {
        var decoder = default(BrotliDecoder);
        try
        {
            Span<byte> discarded = stackalloc byte[HeadBytes];
            ReadOnlySpan<byte> rest = beginning;
            OperationStatus status;
            do
            {
                status = decoder.Decompress(rest, discarded, out var used, out _);
                rest = rest.Slice(used);
            }
            while (status == OperationStatus.DestinationTooSmall);

            return (status == OperationStatus.Done && rest.IsEmpty) || (status == OperationStatus.NeedMoreData && !isWhole);
        }
        finally
        {
            decoder.Dispose();
        }
    }
#endif

    /// <summary>JSON, a page, or nothing at all; a byte order mark may come first.</summary>
    private static bool IsText(ArraySegment<byte> beginning) =>
        beginning.Count == 0 || beginning.Array![0] is (>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF;

    private static string? EncodingOf(HttpContent content) =>
#if NETSTANDARD2_0
        content.Headers.TryGetValues("Content-Encoding", out var values) ? values.First().Trim().ToLowerInvariant() : null;
#else
        // Without parsing, which would make objects.
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString().Trim().ToLowerInvariant() : null;
#endif
}
