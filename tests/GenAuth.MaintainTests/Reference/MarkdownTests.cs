using GenAuth.Maintain.Reference.Pages;

namespace GenAuth.MaintainTests.Reference;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("a | b", "a \\| b")]
    [InlineData("two\r\n  lines", "two lines")]
    [InlineData("{{ value }} of {name}", "\\{\\{ value \\}\\} of \\{name\\}")]
    [InlineData("<b> *bold* `code` [link](there)", "\\<b\\> \\*bold\\* \\`code\\` \\[link\\](there)")]
    [InlineData("client_id and _this_", "client_id and \\_this\\_")]
    public void Markdown_text_is_displayed_literally(string text, string markdown) => Assert.Equal(markdown, Markdown.Text(text));

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("a|b", "`a\\|b`")]
    [InlineData("a`b", "``a`b``")]
    [InlineData("`a`", "`` `a` ``")]
    [InlineData("one\ntwo", "`one two`")]
    [InlineData("", "(empty)")]
    public void Markdown_code_is_displayed_literally(string text, string markdown) => Assert.Equal(markdown, Markdown.Code(text));

    [Fact]
    public void Markdown_table_has_a_line_for_each_row() =>
        Assert.Equal("| A | B |\n| --- | --- |\n| 1 | 2 |\n", Markdown.Table(["A", "B"], [["1", "2"]]));
}
