using System.Net;
using CsCheck;
using GenAuth.Settings;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>A host is shown as it is connected to, so that letters of another script are visible.</summary>
public sealed class HomoglyphHostTests
{
    /// <summary>The second letter is Cyrillic.</summary>
    private const string Lookalike = "g\u0435nauth.ai";
    private const string Punycode = "xn--gnauth-3of.ai";

    [Fact]
    public void Client_shows_the_host_in_punycode()
    {
        Assert.Equal($"AuthenticationClient for https://{Punycode}", new AuthenticationClient(Clients.Options(options => options.AppHost = Lookalike)).ToString());
        Assert.Equal($"ManagementClient for https://{Punycode}:8443", new ManagementClient(ManagementClients.Options(options => options.Host = $"https://{Lookalike}:8443")).ToString());
    }

    [Fact]
    public void Telemetry_shows_the_host_in_punycode() =>
        Assert.Equal(Punycode, new AuthenticationClient(Clients.Options(options => options.AppHost = Lookalike)).Transport.Telemetry.Host.Host);

    [Theory]
    [InlineData("http://" + Lookalike)]
    [InlineData("ftp://" + Lookalike)]
    [InlineData("https://" + Lookalike + "/path")]
    public void Problem_with_a_host_shows_it_in_punycode(string text)
    {
        Assert.Null(ServiceEndpoint.Parse(text, allowInsecureHttp: false, "AppHost", out var problem));

        Assert.Contains($"rite https://{Punycode}", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Target_of_a_redirect_is_shown_in_punycode()
    {
        using var service = new Service(_ => Task.FromResult(Service.CreateResponse(string.Empty, HttpStatusCode.Redirect, ("Location", $"https://{Lookalike}:8443/path?code=hunter2"))));
        var client = new AuthenticationClient(Clients.Options(), new HttpClient(service));

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => client.GetAlipayAuthInfoAsync("my-alipay"));

        Assert.Contains($"redirects to https://{Punycode}:8443,", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://\u00AD.com")]
    [InlineData("https://a\u200Db.com")]
    public void Invalid_host_name_is_refused(string text)
    {
        Assert.Null(ServiceEndpoint.Parse(text, allowInsecureHttp: false, "AppHost", out var problem));
        Assert.Contains("not an absolute address", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Host_or_problem_is_ascii_whatever_the_letters() => Gen.String[Gen.Char["aе.ｇ①\u202E\u200D\u00AD\u00FC\u4E2D-"], 1, 12].Sample(
        name =>
        {
            var host = ServiceEndpoint.Parse("https://" + name, allowInsecureHttp: false, "AppHost", out var problem);

            Assert.All(host?.OriginalString ?? problem!, character => Assert.InRange(character, ' ', '~'));
        },
        iter: 5_000);
}
