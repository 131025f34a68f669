using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>White space that is copied with a secret is refused, because the service would only report a wrong secret.</summary>
public sealed class SecretSettingTests
{
    [Theory]
    [InlineData("hunter2\n")]
    [InlineData("hunter2\r\n")]
    [InlineData(" hunter2")]
    [InlineData("hunter2 ")]
    [InlineData("hunter2\t")]
    [InlineData("hun ter2")]
    [InlineData("hunter2\u200B")]
    [InlineData("hunter2\u00A0")]
    public void App_secret_with_a_blank_or_a_line_break_is_refused_and_not_shown(string secret)
    {
        var exception = Assert.Throws<ArgumentException>("options", () => new AuthenticationClient(Clients.Options(options => options.AppSecret = secret)));

        Assert.StartsWith("AppSecret is empty, or holds a blank, a line break", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Copy it from the console again.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hun", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("9aec5dde:wx/f1+2a=~!")]
    public void App_secret_of_printable_ascii_is_accepted(string? secret) =>
        Assert.NotNull(new AuthenticationClient(Clients.Options(options => options.AppSecret = secret)));
}
