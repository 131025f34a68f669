namespace GenAuth.Pipeline.Content;

/// <summary>Combines bytes that were already read from a stream with the rest of it. It does not dispose the stream.</summary>
internal sealed class PrefixedStream(ArraySegment<byte> prefix, Stream rest) : Stream
{
    private ArraySegment<byte> _prefix = prefix;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => _prefix.Count > 0 ? ReadPrefix(buffer.AsSpan(offset, count)) : rest.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => _prefix.Count > 0
        ? Task.FromResult(ReadPrefix(buffer.AsSpan(offset, count)))
        : rest.ReadAsync(buffer, offset, count, cancellationToken);

#if !NETSTANDARD2_0
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _prefix.Count > 0 ? new(ReadPrefix(buffer.Span)) : rest.ReadAsync(buffer, cancellationToken);
#endif

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int ReadPrefix(Span<byte> target)
    {
        var count = Math.Min(target.Length, _prefix.Count);
        _prefix.AsSpan(0, count).CopyTo(target);
        _prefix = new(_prefix.Array!, _prefix.Offset + count, _prefix.Count - count);
        return count;
    }
}
