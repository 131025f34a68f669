using GenAuth.Text;

namespace GenAuth.Tests.Security;

public sealed class TextSanitizerTests
{
    private const int Longest = 500;

    [Theory]
    [InlineData("")]
    [InlineData("one line")]
    [InlineData("😀")]
    public void A_short_line_stays_as_it_is(string text) => Assert.Equal(text, TextSanitizer.ToSingleLine(text));

    [Fact]
    public void Each_control_character_and_line_break_becomes_a_blank() =>
        Assert.Equal("a b c d e f", TextSanitizer.ToSingleLine("a\nb\rc\u0085d\u2028e\u2029f"));

    [Fact]
    public void A_text_of_the_greatest_length_is_whole()
    {
        var text = new string('x', Longest);

        Assert.Equal(text, TextSanitizer.ToSingleLine(text));
    }

    [Fact]
    public void A_longer_text_is_cut_and_says_so() =>
        Assert.Equal(new string('x', Longest) + "…", TextSanitizer.ToSingleLine(new string('x', Longest + 1)));

    [Fact]
    public void A_character_of_two_parts_that_would_be_cut_is_left_out() =>
        Assert.Equal(new string('x', Longest - 1) + "…", TextSanitizer.ToSingleLine(new string('x', Longest - 1) + "😀"));

    [Fact]
    public void A_character_of_two_parts_that_ends_at_the_limit_is_kept()
    {
        var text = new string('x', Longest - 2) + "😀";

        Assert.Equal(text, TextSanitizer.ToSingleLine(text));
        Assert.Equal(text + "…", TextSanitizer.ToSingleLine(text + "y"));
    }
}
