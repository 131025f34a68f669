using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.Tests.Http;

public sealed class ReceivedBodyTests
{
    private const long NoLimit = long.MaxValue;

    private static readonly Gen<(int Size, int Chunk, long? Announced, long Limit)> Any = Gen.Select(
        Gen.OneOf(Gen.Int[0, 40], Gen.Int[0, 40_000]),
        Gen.OneOf(Gen.Int[1, 3], Gen.Int[1, 50_000]),
        Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, 50_000].Select(length => (long?)length), Gen.OneOf<long?>(int.MaxValue, long.MaxValue)),
        Gen.OneOf(Gen.Long[0, 40], Gen.Long[0, 40_000], Gen.Const(NoLimit)));

    [Fact]
    public Task Body_is_read_up_to_the_limit_whatever_its_announced_length() => Any.SampleAsync(
        async input =>
        {
            var sent = Pattern(input.Size);
            using var body = await ReadAsync(new Chunks(sent, input.Chunk), input.Announced, input.Limit);

            Assert.Equal(input.Size > input.Limit, body.IsTooLarge);
            Assert.True(body.Bytes.SequenceEqual(sent.AsSpan(0, (int)Math.Min(input.Size, input.Limit))));
        },
        iter: 300);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(100_000)]
    public async Task A_body_may_be_as_large_as_the_limit_and_no_byte_larger(int limit)
    {
        using var largest = await ReadAsync(new Chunks(Pattern(limit)), null, limit);
        using var larger = await ReadAsync(new Chunks(Pattern(limit + 1)), null, limit);

        Assert.Equal((limit, false), (largest.Length, largest.IsTooLarge));
        Assert.Equal((limit, true), (larger.Length, larger.IsTooLarge));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(4L)]
    [InlineData(5L)]
    [InlineData(6L)]
    [InlineData(1L << 20)]
    [InlineData((long)int.MaxValue)]
    [InlineData(long.MaxValue)]
    [InlineData(null)]
    public async Task Announced_length_is_only_a_hint(long? announced)
    {
        using var body = await ReadAsync(new Chunks(Pattern(5)), announced, NoLimit);

        Assert.Equal(Pattern(5), body.Bytes.ToArray());
    }

    [Fact]
    public async Task An_announced_length_does_not_reserve_more_than_a_few_megabytes()
    {
        var stream = new Chunks([]);
        using var body = await ReadAsync(stream, 1L << 40, NoLimit);

        Assert.InRange(stream.LastBuffer!.Length, 1, 4 * 1024 * 1024);
    }

    [Fact]
    public async Task An_endless_body_ends_at_the_limit()
    {
        using var body = await ReadAsync(new Endless(), null, 1_000_000);

        Assert.Equal((1_000_000, true), (body.Length, body.IsTooLarge));
    }

    [Fact]
    public async Task No_content_is_an_empty_body()
    {
        using var body = await ResponseBody.ReadAsync(null, 10, CancellationToken.None);

        Assert.Equal((0, false, true), (body.Length, body.IsTooLarge, body.Bytes.IsEmpty));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Buffer_disposed_twice_is_rented_once(int size)
    {
        var stream = new Chunks(Pattern(size));
        var body = await ReadAsync(stream, null, NoLimit);
        var length = stream.LastBuffer!.Length;

        body.Dispose();
        body.Dispose();

        Assert.NotSame(ArrayPool<byte>.Shared.Rent(length), ArrayPool<byte>.Shared.Rent(length));
        Assert.Equal(0, body.Length);
    }

    [Fact]
    public async Task Empty_body_has_no_buffer_to_return()
    {
        var body = await ResponseBody.ReadAsync(null, 10, CancellationToken.None);

        body.Dispose();
        body.Dispose();
    }

    [Fact]
    public async Task Buffer_of_a_failed_read_is_not_returned_to_the_pool()
    {
        var stream = new Chunks(Pattern(10), failsAtEnd: true);

        await Assert.ThrowsAsync<IOException>(async () => await ReadAsync(stream, null, NoLimit));

        Assert.NotSame(stream.LastBuffer, ArrayPool<byte>.Shared.Rent(stream.LastBuffer!.Length));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task Byte_order_mark_decides_the_encoding_and_is_not_part_of_the_text(string encoding)
    {
        const string Json = """{"name":"中😀"}""";
        var bytes = (byte[])[.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Json)];

        Assert.Equal(Json, await TextOfAsync(bytes));
    }

    [Fact]
    public Task Bytes_without_a_byte_order_mark_are_decoded_as_the_platform_decodes_them() =>
        Gen.Byte.Array[0, 40].Where(bytes => bytes is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] or [0xEF, 0xBB, 0xBF, ..] or [0, 0, 0xFE, 0xFF, ..])).SampleAsync(
            async bytes => Assert.Equal(Encoding.UTF8.GetString(bytes), await TextOfAsync(bytes)),
            iter: 2_000,
            print: Convert.ToHexString);

    private static async Task<string> TextOfAsync(byte[] bytes)
    {
        using var body = await ReadAsync(new Chunks(bytes), null, NoLimit);
        return Encoding.UTF8.GetString(WireText.WithoutMark(body.Bytes));
    }

    private static async Task<ResponseBody> ReadAsync(Stream stream, long? announced, long limit)
    {
        using var content = new StreamContent(stream);
        content.Headers.ContentLength = announced;
        return await ResponseBody.ReadAsync(content, limit, CancellationToken.None);
    }

    private static byte[] Pattern(int size) => [.. Enumerable.Range(0, size).Select(index => (byte)(index % 251))];

    /// <summary>A stream that returns a few bytes at a time, and fails if requested.</summary>
    private sealed class Chunks(byte[] bytes, int size = int.MaxValue, bool failsAtEnd = false) : OneWayStream
    {
        private int _position;

        /// <summary>The complete buffer of the last read.</summary>
        public byte[]? LastBuffer { get; private set; }

        protected override int Fill(Memory<byte> buffer)
        {
            Assert.False(buffer.IsEmpty, "An empty buffer cannot detect the end of the stream.");
            Assert.True(MemoryMarshal.TryGetArray<byte>(buffer, out var segment));
            LastBuffer = segment.Array;
            var count = Math.Min(Math.Min(size, buffer.Length), bytes.Length - _position);
            if (count == 0 && failsAtEnd)
            {
                throw new IOException("The connection broke.");
            }

            bytes.AsMemory(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }
    }

    private sealed class Endless : OneWayStream
    {
        protected override int Fill(Memory<byte> buffer) => buffer.Length;
    }

    private abstract class OneWayStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Fill(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsMemory(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected abstract int Fill(Memory<byte> buffer);
    }
}
