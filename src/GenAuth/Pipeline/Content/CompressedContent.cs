#if !NETSTANDARD2_0
using System.Buffers;
#endif
using System.IO.Compression;

namespace GenAuth.Pipeline.Content;

/// <summary>
/// Decompresses responses. The platform's handler would allocate 600 bytes for each call, compressed or not, and a handler of the
/// application may not decompress.
/// </summary>
internal static class CompressedContent
{
    /// <summary>Enough bytes to decide whether a body is compressed.</summary>
    private const int HeadBytes = 256;

    /// <summary>
    /// The decompressed content, or <see langword="null"/> if its headers state no compression. A handler or a browser that has
    /// already decompressed the content may not remove the header, so the first bytes decide.
    /// </summary>
    public static ValueTask<Stream?> DecompressAsync(Stream source, HttpContent content, CancellationToken cancellationToken) => GetEncoding(content) switch
    {
        "gzip" or "x-gzip" => DecompressAsync(source, static (head, _) => IsGzip(head), static stream => new GZipStream(stream, CompressionMode.Decompress), cancellationToken),
#if !NETSTANDARD2_0
        "br" => DecompressAsync(source, IsBrotli, static stream => new BrotliStream(stream, CompressionMode.Decompress), cancellationToken),
#endif
        _ => default,
    };

    private static async ValueTask<Stream?> DecompressAsync(
        Stream source, Func<ArraySegment<byte>, bool, bool> isCompressed, Func<Stream, Stream> decompress, CancellationToken cancellationToken)
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

        // Content that is neither text nor compressed is damaged, and decompression throws.
        return IsText(beginning) && !isCompressed(beginning, count == 0) ? whole : decompress(whole);
    }

    private static bool IsGzip(ArraySegment<byte> beginning) => beginning.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

#if !NETSTANDARD2_0
    /// <summary>Brotli has no magic number, and its first byte may be one of JSON. Text is invalid as Brotli within a few bytes, or ends too early.</summary>
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

    /// <summary>True for JSON, HTML and empty content. A byte order mark may come first.</summary>
    private static bool IsText(ArraySegment<byte> beginning) =>
        beginning.Count == 0 || beginning.Array![0] is (>= (byte)' ' and <= (byte)'~') or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF;

    private static string? GetEncoding(HttpContent content) =>
#if NETSTANDARD2_0
        content.Headers.TryGetValues("Content-Encoding", out var values) ? values.First().Trim().ToLowerInvariant() : null;
#else
        // Reading without validation does not allocate.
        content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values) ? values.ToString().Trim().ToLowerInvariant() : null;
#endif
}
