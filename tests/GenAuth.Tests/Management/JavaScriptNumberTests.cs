using System.Globalization;
using CsCheck;
using GenAuth.Management;

namespace GenAuth.Tests.Management;

public sealed class JavaScriptNumberTests
{
    [Theory]
    [InlineData("0")]
    [InlineData("7")]
    [InlineData("9")]
    [InlineData("-7")]
    [InlineData("10")]
    [InlineData("1234567890")]
    [InlineData("123456789012345")]
    [InlineData("-123456789012345")]
    public void A_short_whole_number_stands_as_it_is(string number)
    {
        Assert.True(JavaScriptNumber.IsPlain(number));
        Assert.Equal(number, JavaScriptNumber.Text(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("-01")]
    [InlineData("1234567890123456")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("1/")]
    [InlineData("1:")]
    [InlineData("--1")]
    [InlineData("a")]
    [InlineData("\"1\"")]
    public void Anything_else_is_looked_at(string text) => Assert.False(JavaScriptNumber.IsPlain(text));

    [Theory]
    [InlineData("1e300", "1e+300")]
    [InlineData("1.234567890123456e300", "1.234567890123456e+300")]
    [InlineData("9.999999999999999e301", "9.999999999999999e+301")]
    [InlineData("123456789012345e6", "123456789012345000000")]
    [InlineData("123456789012345e7", "1.23456789012345e+21")]
    [InlineData("0.00000123456789012345", "0.00000123456789012345")]
    [InlineData("0.000000123456789012345", "1.23456789012345e-7")]
    [InlineData("1e-6", "0.000001")]
    [InlineData("0.1e-6", "1e-7")]
    [InlineData("2.2250738585072014e-308", "2.2250738585072014e-308")]
    [InlineData("2.4703282292062327e-324", "0")]
    [InlineData("2.4703282292062328e-324", "5e-324")]
    [InlineData("1.7976931348623158079e308", "1.7976931348623157e+308")]
    [InlineData("1.7976931348623159e308", "Infinity")]
    public void At_the_ends_of_what_a_double_holds_it_is_as_exact(string number, string text) => Assert.Equal(text, JavaScriptNumber.Text(number));

    /// <summary>Half way between two neighbours, told apart by a digit that is a long way behind.</summary>
    [Theory]
    [InlineData(700)]
    [InlineData(798)]
    [InlineData(799)]
    [InlineData(800)]
    [InlineData(2000)]
    public void A_digit_counts_however_far_behind_it_stands(int zeros)
    {
        var tie = "9007199254740993." + new string('0', zeros);

        Assert.Equal("9007199254740992", JavaScriptNumber.Text(tie + "0"));
        Assert.Equal("9007199254740994", JavaScriptNumber.Text(tie + "1"));
    }

    // .NET rounds as JavaScript does; only the notation is another.
    [Fact]
    public void Any_double_comes_back_as_itself() => Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).Sample(
        number => Assert.Equal(
            number == 0 ? 0 : number,
            double.Parse(JavaScriptNumber.Text(number.ToString("E17", CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture)),
        iter: 3_000);
}
