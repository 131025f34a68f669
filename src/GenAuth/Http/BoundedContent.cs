namespace GenAuth.Http;

/// <summary>Reads a body into memory up to a limit, so that an endless answer ends as an error.</summary>
internal static class BoundedContent
{
    private const int BufferSize = 16 * 1024;

    /// <summary>Reads at most <paramref name="limit"/> bytes; the flag says whether there were more.</summary>
    public static async Task<(MemoryStream Body, bool TooLarge)> ReadAsync(HttpContent? content, long limit, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return (new MemoryStream(0), false);
        }

        var announced = content.Headers.ContentLength ?? 0;
        var body = new MemoryStream((int)Math.Min(announced, limit));
#if NETSTANDARD2_0
        using var source = await content.ReadAsStreamAsync().ConfigureAwait(false);
        // A network stream of .NET Framework does not heed the token; closing it does end the read.
        using var closing = cancellationToken.Register(static stream => ((Stream)stream!).Dispose(), source);
#else
        using var source = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#endif
        var buffer = new byte[BufferSize];
        while (await ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
        {
            var room = (int)Math.Min(count, limit - body.Length);
            body.Write(buffer, 0, room);
            if (room < count)
            {
                return (body, true);
            }
        }

        return (body, false);
    }

    private static Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken) =>
#if NETSTANDARD2_0
        source.ReadAsync(buffer, 0, buffer.Length, cancellationToken);
#else
        source.ReadAsync(buffer.AsMemory(), cancellationToken).AsTask();
#endif
}
