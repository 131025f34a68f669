using System.Text;
using CsCheck;
using GenAuth.Http;

namespace GenAuth.Tests.Http;

/// <summary>The text is the platform's for any bytes, in whatever portions it is asked for.</summary>
public sealed class Utf8TextReaderProperties
{
    private const int SingleCharacter = 0;

    /// <summary>What is behind the end of a lent buffer: the rest of a character, which may not become part of the last one.</summary>
    private static readonly byte[] Behind = [0x98, 0x80, (byte)'x'];

    private static readonly Gen<byte[]> Bytes = Gen.Frequency(
        (4, Gen.OneOf("a", "\r\n", "é", "中", "😀", "😀😀😀", "\uFEFF", "\0").Select(Encoding.UTF8.GetBytes)),
        (1, Gen.Byte.Array[1, 3]),
        (1, Gen.OneOf(new byte[] { 0xF0 }, [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xE4, 0xB8], [0xC3], [0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5])))
        .Array[0, 30].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    [Theory]
    [InlineData(SingleCharacter)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(1_000)]
    public void The_text_is_the_platforms_in_portions_of_one_size(int size) =>
        Bytes.Sample(bytes => Assert.Equal(Expected(bytes), Read(bytes, [size])), iter: 3_000, print: Convert.ToHexString);

    [Fact]
    public void The_text_is_the_platforms_in_portions_of_any_sizes() => Gen.Select(Bytes, Gen.Int[0, 5].Array[1, 8]).Sample(
        (bytes, sizes) => Assert.Equal(Expected(bytes), Read(bytes, sizes)),
        iter: 10_000,
        print: input => $"{Convert.ToHexString(input.Item1)} in portions of {string.Join(", ", input.Item2)}");

    [Fact]
    public void The_end_stays_the_end()
    {
        using var reader = new Utf8TextReader([(byte)'a'], 1);

        Assert.Equal(['a', -1, -1], [reader.Read(), reader.Read(), reader.Read()]);
        Assert.Equal(0, reader.Read(new char[2], 0, 2));
    }

    [Fact]
    public void To_ask_for_nothing_loses_nothing()
    {
        var bytes = Encoding.UTF8.GetBytes("😀");
        using var reader = new Utf8TextReader(bytes, bytes.Length);
        var text = new char[2];

        Assert.Equal(0, reader.Read(text, 0, 0));
        Assert.Equal(1, reader.Read(text, 0, 1));
        Assert.Equal(0, reader.Read(text, 1, 0));
        Assert.Equal(1, reader.Read(text, 1, 1));
        Assert.Equal("😀", new string(text));
    }

    private static string Expected(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text[1..] : text;
    }

    /// <summary>Asks for portions of these sizes, again and again.</summary>
    private static string Read(byte[] bytes, int[] sizes)
    {
        using var reader = new Utf8TextReader([.. bytes, .. Behind], bytes.Length);
        var text = new StringBuilder();
        for (var turn = 0; ; turn++)
        {
            var portion = Read(reader, sizes[turn % sizes.Length]);
            if (portion.Length == 0)
            {
                return text.ToString();
            }

            text.Append(portion);
            Assert.True(text.Length <= bytes.Length, "There are more characters than bytes.");
        }
    }

    private static string Read(Utf8TextReader reader, int size)
    {
        if (size == SingleCharacter)
        {
            return reader.Read() is >= 0 and var character ? ((char)character).ToString() : string.Empty;
        }

        // Not from the beginning: what is before the place is somebody else's.
        var buffer = new char[size + 2];
        buffer[0] = buffer[^1] = '!';
        var count = reader.Read(buffer, 1, size);
        Assert.Equal(('!', '!'), (buffer[0], buffer[^1]));
        return new string(buffer, 1, count);
    }
}
