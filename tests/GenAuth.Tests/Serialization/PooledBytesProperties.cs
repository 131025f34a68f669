using System.Buffers;
using System.Text;
using CsCheck;
using GenAuth.Serialization;

namespace GenAuth.Tests.Serialization;

public sealed class PooledBytesProperties
{
    private static readonly Gen<Action<PooledBytes>> Write = Gen.Select(Gen.Int[0, 3], Gen.OneOf(Gen.String[0, 20], Gen.Char.Array[900, 1_200].Select(text => new string(text))), Gen.Int[0, 5]).Select(
        (way, text, skipped) => way switch
        {
            0 => (Action<PooledBytes>)(bytes => bytes.Append((byte)text.Length)),
            1 => bytes => bytes.Append(text),
            2 => bytes => bytes.Append(text, Math.Min(skipped, text.Length), text.Length - Math.Min(skipped, text.Length)),
            _ => bytes => bytes.Append(Encoding.Unicode.GetBytes(text).AsSpan()),
        });

    [Fact]
    public void Bytes_are_the_concatenation_of_what_was_appended() => Write.Array[0, 12].Sample(
        writes =>
        {
            using var pooled = new PooledBytes();
            var expected = new List<byte>();
            foreach (var write in writes)
            {
                using var part = new PooledBytes();
                write(part);
                write(pooled);
                expected.AddRange(part.ToArray());

                Assert.Equal(expected, pooled.ToArray());
            }

            Assert.Equal(expected.Count, pooled.Length);
            Assert.Equal(Encoding.UTF8.GetString([.. expected]), pooled.ToString());
        },
        iter: 200,
        print: writes => $"{writes.Length} writes");

    [Theory]
    [InlineData("", 0)]
    [InlineData("a中\ud83d\ude00", 8)]
    public void Text_is_appended_as_UTF8(string text, int length)
    {
        using var pooled = new PooledBytes();
        pooled.Append(text);

        Assert.Equal(length, pooled.Length);
        Assert.Equal(text, pooled.ToString());
    }

    [Fact]
    public void Array_that_was_taken_stays_when_the_buffer_is_rented_again()
    {
        var pooled = new PooledBytes();
        pooled.Append("first");
        var bytes = pooled.ToArray();
        pooled.Dispose();

        using var next = new PooledBytes();
        next.Append("other");

        Assert.Equal("first"u8.ToArray(), bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_025)]
    [InlineData(100_000)]
    public void Dispose_twice_returns_the_buffer_once(int length)
    {
        var pooled = new PooledBytes();
        pooled.Append(new string('x', length));
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(1_024, length * 3)).Length;

        pooled.Dispose();
        pooled.Dispose();

        Assert.NotSame(ArrayPool<byte>.Shared.Rent(rented), ArrayPool<byte>.Shared.Rent(rented));
        Assert.Equal(0, pooled.Length);
    }
}
