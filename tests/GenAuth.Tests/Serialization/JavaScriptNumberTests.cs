using System.Globalization;
using CsCheck;
using GenAuth.Serialization;
using GenAuth.Tests.Shared;

namespace GenAuth.Tests.Serialization;

public sealed class JavaScriptNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("7", "7")]
    [InlineData("-10", "-10")]
    [InlineData("123456789012345", "123456789012345")]
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
    [InlineData("2.225073858507201e-308", "2.225073858507201e-308")]
    [InlineData("2.4703282292062328e-324", "5e-324")]
    [InlineData("1.7976931348623158079e308", "1.7976931348623157e+308")]
    [InlineData("2.98023223876953125e-8", "2.9802322387695312e-8")]
    [InlineData("5.6843418860808015e-14", "5.684341886080802e-14")]
    [InlineData("9007199254740993", "9007199254740992")]
    public void Text_is_that_of_JavaScript(string number, string text) =>
        Assert.Equal(text, JavaScriptNumber.Text(double.Parse(number, CultureInfo.InvariantCulture)));

    [Fact]
    public void Power_of_two_has_the_fewest_digits_that_identify_it()
    {
        for (var exponent = -1074; exponent <= 1023; exponent++)
        {
            AssertIdentified(Math.ScaleB(1, exponent));
            AssertIdentified(Math.BitIncrement(Math.ScaleB(1, exponent)));
            AssertIdentified(Math.BitDecrement(Math.ScaleB(1, exponent)));
        }
    }

    [Fact]
    public void Any_double_is_written_as_JavaScript_does_and_read_back_as_itself() =>
        Gen.Long.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).Sample(AssertIdentified, iter: 10_000);

    private static void AssertIdentified(double number)
    {
        var text = JavaScriptNumber.Text(number);

        Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(JavaScript.Stringify(number), text);
    }
}
