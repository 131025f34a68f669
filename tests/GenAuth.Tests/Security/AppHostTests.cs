using GenAuth.Settings;

namespace GenAuth.Tests.Security;

public sealed class AppHostTests
{
    [Theory]
    [InlineData("https://example.genauth.ai")]
    [InlineData("https://example.genauth.ai/")]
    [InlineData("https://example.genauth.ai//")]
    [InlineData("example.genauth.ai")]
    [InlineData("example.genauth.ai/")]
    [InlineData("HTTPS://Example.GenAuth.AI")]
    [InlineData("https://example.genauth.ai:443")]
    [InlineData("  https://example.genauth.ai\r\n")]
    public void The_spellings_of_an_address_become_one(string text) =>
        Assert.Equal("https://example.genauth.ai/", Parse(text).AbsoluteUri);

    [Theory]
    [InlineData("https://example.genauth.ai:8443", "https://example.genauth.ai:8443/")]
    [InlineData("example.genauth.ai:8443", "https://example.genauth.ai:8443/")]
    [InlineData("localhost:3000", "https://localhost:3000/")]
    [InlineData("http://localhost:3000", "http://localhost:3000/")]
    [InlineData("http://localhost:80/", "http://localhost/")]
    [InlineData("http://127.0.0.1:3000", "http://127.0.0.1:3000/")]
    [InlineData("http://[::1]:3000", "http://[::1]:3000/")]
    [InlineData("[2001:DB8::1]:8443", "https://[2001:db8::1]:8443/")]
    [InlineData("10.0.0.7", "https://10.0.0.7/")]
    [InlineData("intranet", "https://intranet/")]
    public void Hosts_of_every_kind_are_accepted(string text, string expected) => Assert.Equal(expected, Parse(text).AbsoluteUri);

    [Fact]
    public void An_international_name_travels_in_its_ascii_form() => Assert.Equal("xn--mnchen-3ya.example", Parse("https://münchen.example").IdnHost);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void An_empty_address_is_refused(string? text) => Assert.Contains("is empty", Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/v3")]
    [InlineData("./host")]
    [InlineData("../host")]
    [InlineData("?host")]
    [InlineData("#host")]
    [InlineData("https://")]
    [InlineData("https://exa mple.genauth.ai")]
    [InlineData("https://example.genauth.ai:port")]
    [InlineData("https://example.genauth.ai:99999")]
    [InlineData("https:example.genauth.ai")]
    public void Relative_address_is_refused(string text) =>
        Assert.Contains("not an absolute address", Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.genauth.ai/oidc")]
    [InlineData("example.genauth.ai/api/v3/")]
    [InlineData("https://example.genauth.ai?tenant=1")]
    [InlineData("https://example.genauth.ai/?")]
    [InlineData("https://example.genauth.ai/#top")]
    public void A_path_a_query_or_a_fragment_is_refused_with_the_address_to_write(string text)
    {
        var problem = Problem(text);

        Assert.Contains("more than scheme and host", problem, StringComparison.Ordinal);
        Assert.EndsWith("write https://example.genauth.ai.", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://example.genauth.ai")]
    [InlineData("wss://example.genauth.ai")]
    [InlineData("file://example.genauth.ai")]
    public void Another_scheme_is_refused_with_the_address_to_write(string text) =>
        Assert.Contains("write https://example.genauth.ai.", Problem(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://user:hunter2@example.genauth.ai")]
    [InlineData("hunter2@example.genauth.ai")]
    [InlineData("https://@example.genauth.ai")]
    [InlineData("https://user:hunter2@example.genauth.ai/path?query#fragment")]
    public void User_information_is_refused_and_not_shown(string text)
    {
        var problem = Problem(text);

        Assert.Contains("user information", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.genauth.ai")]
    [InlineData("http://10.0.0.7:8080")]
    [InlineData("http://localhost.example")]
    public void Plain_http_to_another_machine_needs_consent(string text)
    {
        var problem = Problem(text);

        Assert.Contains("plain http", problem, StringComparison.Ordinal);
        Assert.Contains("AllowInsecureHttp", problem, StringComparison.Ordinal);
        Assert.Equal(Uri.UriSchemeHttp, ServiceEndpoint.Parse(text, allowInsecureHttp: true, "AppHost", out _)?.Scheme);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/api")]
    [InlineData("ftp://example.genauth.ai")]
    [InlineData("https://a@example.genauth.ai")]
    [InlineData("https://example.genauth.ai/path")]
    [InlineData("http://example.genauth.ai")]
    public void Every_problem_begins_with_the_settings_name(string text) =>
        Assert.StartsWith("AppHost ", Problem(text), StringComparison.Ordinal);

    private static Uri Parse(string text)
    {
        var host = ServiceEndpoint.Parse(text, allowInsecureHttp: false, "AppHost", out var problem);
        Assert.Null(problem);
        return Assert.IsType<Uri>(host);
    }

    private static string Problem(string? text)
    {
        Assert.Null(ServiceEndpoint.Parse(text, allowInsecureHttp: false, "AppHost", out var problem));
        return Assert.IsType<string>(problem);
    }
}
