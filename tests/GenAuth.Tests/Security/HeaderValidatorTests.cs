using GenAuth.Tests.Support;
using GenAuth.Text;

namespace GenAuth.Tests.Security;

public sealed class HeaderValidatorTests
{
    public static TheoryData<string> Unsafe => new("a\r\nb", "a\nb", "a\rb", "a\tb", "a\0b", "a\u007fb", "é", "中", "a\u2028b");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zh-CN")]
    [InlineData(" !\"#$%&'()*+,-./:;<=>?@[]^_`{|}~")]
    public void Printable_ascii_is_accepted(string? value) => Assert.Null(HeaderValidator.GetProblem(value, "Setting"));

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void Invalid_header_value_is_refused_by_name_and_not_shown(string value)
    {
        var problem = HeaderValidator.GetProblem(value, "Setting");

        Assert.StartsWith("Setting holds ", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("\t")]
    public void Tab_in_the_value_of_a_header_is_accepted(string value) => Assert.Null(HeaderValidator.GetValueProblem(value, "Setting"));

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void Any_other_control_character_in_the_value_of_a_header_is_refused(string value) =>
        Assert.Equal(value != "a\tb", HeaderValidator.GetValueProblem(value, "Setting") is not null);

    [Fact]
    public async Task Tab_in_a_header_is_sent_and_signed_as_a_blank()
    {
        using var handler = new StubHandler();
        var options = new RequestOptions();
        options.Headers["x-genauth-note"] = "one\ttwo";
        var client = ManagementClients.Create(handler);

        await client.CallAsync(options);

        Assert.Equal("one\ttwo", handler.Only.Header("x-genauth-note"));
        Assert.Contains("one two", client.ExplainSignature(HttpMethod.Get, "/", requestOptions: options, showValues: true).StringToSign, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.c2ln-_~+/=")]
    public void Token_without_surrounding_text_is_accepted(string? token) => Assert.Null(HeaderValidator.GetTokenProblem(token, "AccessToken"));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Bearer hunter2")]
    [InlineData("hunter2 ")]
    [InlineData("hunter2\r\nx-forged: 1")]
    [InlineData("hunter2\té")]
    public void Token_with_surrounding_text_is_refused_and_not_shown(string token)
    {
        var problem = HeaderValidator.GetTokenProblem(token, "AccessToken");

        Assert.StartsWith("AccessToken is empty or holds a blank", problem, StringComparison.Ordinal);
        Assert.Contains("without the word Bearer", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }
}
