using System.Buffers;
using System.Text;
using CsCheck;
using GenAuth.Json;

namespace GenAuth.Tests.Json;

/// <summary>A text in a lent buffer is a text like any other.</summary>
public sealed class PooledTextProperties
{
    private static readonly Gen<Action<TextWriter>> Write = Gen.Select(Gen.Int[0, 6], Gen.OneOf(Gen.String[0, 20], Gen.Char.Array[900, 1_200].Select(text => new string(text))), Gen.Int[0, 5]).Select(
        (way, text, skipped) => way switch
        {
            0 => (Action<TextWriter>)(writer => writer.Write(text.Length == 0 ? '\0' : text[0])),
            1 => writer => writer.Write(text),
            2 => writer => writer.Write(text.ToCharArray()),
            3 => writer => writer.Write(text.ToCharArray(), Math.Min(skipped, text.Length), text.Length - Math.Min(skipped, text.Length)),
            4 => writer => writer.Write(text.AsSpan()),
            5 => writer => writer.Write((string?)null),
            _ => writer => writer.WriteLine(text),
        });

    [Fact]
    public void Any_writes_make_the_text_that_a_string_builder_makes() => Write.Array[0, 12].Sample(
        writes =>
        {
            using var pooled = new PooledText();
            using var expected = new StringWriter();
            foreach (var write in writes)
            {
                write(pooled);
                write(expected);

                Assert.Equal(expected.ToString(), pooled.ToString());
            }

            Assert.Equal(Encoding.UTF8.GetBytes(expected.ToString()), pooled.ToUtf8());
        },
        iter: 2_000,
        print: writes => $"{writes.Length} writes");

    [Fact]
    public void A_text_that_was_taken_stays_when_the_buffer_is_lent_again()
    {
        var pooled = new PooledText();
        pooled.Write("first");
        var (text, bytes) = (pooled.ToString(), pooled.ToUtf8());
        pooled.Dispose();

        using var next = new PooledText();
        next.Write("other");

        Assert.Equal("first", text);
        Assert.Equal("first"u8.ToArray(), bytes);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1_025)]
    [InlineData(100_000)]
    public void To_dispose_of_it_twice_does_not_lend_its_buffer_twice(int length)
    {
        var pooled = new PooledText();
        pooled.Write(new string('x', length));
        var lent = ArrayPool<char>.Shared.Rent(Math.Max(1_024, length)).Length;

        pooled.Dispose();
        pooled.Dispose();

        Assert.NotSame(ArrayPool<char>.Shared.Rent(lent), ArrayPool<char>.Shared.Rent(lent));
        Assert.Equal(string.Empty, pooled.ToString());
    }
}
