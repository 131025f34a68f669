using GenAuth.Text;

namespace GenAuth.Tests.Security;

public sealed class TextSanitizerTests
{
    private const int Longest = 500;

    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("😀")]
    public void Short_line_is_unchanged(string text) => Assert.Equal(text, TextSanitizer.ToSingleLine(text));

    [Fact]
    public void Each_control_character_and_line_break_becomes_a_blank() =>
        Assert.Equal("a b c d e f", TextSanitizer.ToSingleLine("a\nb\rc\u0085d\u2028e\u2029f"));

    [Fact]
    public void Text_of_the_maximum_length_is_not_truncated()
    {
        var text = new string('x', Longest);

        Assert.Equal(text, TextSanitizer.ToSingleLine(text));
    }

    [Fact]
    public void Longer_text_is_truncated_with_a_mark() =>
        Assert.Equal(new string('x', Longest) + "…", TextSanitizer.ToSingleLine(new string('x', Longest + 1)));

    [Fact]
    public void Surrogate_pair_at_the_limit_is_omitted() =>
        Assert.Equal(new string('x', Longest - 1) + "…", TextSanitizer.ToSingleLine(new string('x', Longest - 1) + "😀"));

    [Fact]
    public void Surrogate_pair_before_the_limit_is_kept()
    {
        var text = new string('x', Longest - 2) + "😀";

        Assert.Equal(text, TextSanitizer.ToSingleLine(text));
        Assert.Equal(text + "…", TextSanitizer.ToSingleLine(text + "y"));
    }
}
