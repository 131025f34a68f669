using GenAuth.Paging;

namespace GenAuth.Tests.Paging;

public sealed class PagePositionTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData("1", 1)]
    [InlineData("2147483647", int.MaxValue)]
    public void First_page_is_the_callers_or_1(string? stated, int first) => Assert.Equal(first, PagePosition.First(stated, "page"));

    [Theory]
    [InlineData(null, 1)]
    [InlineData(7L, 7)]
    public void First_page_of_a_member_with_a_number_is_the_callers_or_1(long? stated, int first) => Assert.Equal(first, PagePosition.First(stated, "page"));

    [Theory]
    [InlineData("")]
    [InlineData("first")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("9007199254740993")]
    public void First_page_that_is_not_a_positive_number_is_refused_with_its_parameter(string stated)
    {
        var exception = Assert.Throws<ArgumentException>(() => PagePosition.First(stated, "options.pagination.page"));

        Assert.Equal("options.pagination.page", exception.ParamName);
        Assert.Contains("whole number from 1 to 2147483647", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(2147483648L)]
    public void First_page_with_a_number_outside_the_range_is_refused(long stated) =>
        Assert.Equal("page", Assert.Throws<ArgumentException>(() => PagePosition.First(stated, "page")).ParamName);

    [Fact]
    public void Position_converts_to_the_types_of_parameters_and_members()
    {
        int? number = new PagePosition(3);
        long large = new PagePosition(3);
        string text = new PagePosition(3);
        string mark = new PagePosition("c/+=");

        Assert.Equal((3, 3L, "3", "c/+="), (number, large, text, mark));
    }
}
