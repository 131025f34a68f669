using GenAuth.Benchmarks.Allocations;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Allocations;

/// <summary>The file of committed figures.</summary>
public sealed class FiguresTests
{
    [Fact]
    public void Figures_are_written_in_ordinal_order_one_to_a_line() => Assert.Equal(
        "B = 20000\na, with a comma = 10\n",
        Figures.Format(new Dictionary<string, long> { ["a, with a comma"] = 10, ["B"] = 20_000 }));

    [Fact]
    public void Written_figures_are_read_back_with_any_line_endings() =>
        Assert.Equal(new Dictionary<string, long> { ["a"] = 10, ["b"] = 20 }, Figures.Parse("a = 10\r\nb = 20\r\n\r\n"));

    [Theory]
    [InlineData("a 10")]
    [InlineData("a = ten")]
    [InlineData("a = -1")]
    [InlineData("a = 1,000")]
    [InlineData("a = 1\na = 2")]
    [InlineData("<<<<<<< HEAD")]
    public void Malformed_line_is_refused_with_its_text(string text) =>
        Assert.Contains(text.Split('\n')[^1], Assert.Throws<FormatException>(() => Figures.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Committed_file_is_in_the_written_form()
    {
        var text = File.ReadAllText(Repository.PathOf("tests/GenAuth.Benchmarks/allocations.txt")).ReplaceLineEndings("\n");

        Assert.NotEmpty(text);
        Assert.Equal(text, Figures.Format(Figures.Parse(text)));
    }
}
