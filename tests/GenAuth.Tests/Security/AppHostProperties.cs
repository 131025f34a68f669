using CsCheck;
using GenAuth.Settings;

namespace GenAuth.Tests.Security;

public sealed class AppHostProperties
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        "https", "http", "HTTP", "ftp", ":", "/", "//", "://", "@", "?", "#", "\\", ".", "..", "[", "]", "::1", "127.0.0.1",
        "localhost", "example", "genauth.ai", "münchen", "xn--", "%2F", "%40", "443", "80", "65536", "user", " ", "\t", "\r\n", "-", "\u0000");

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String,
        Piece.Array[1, 8].Select(pieces => string.Concat(pieces)),
        Piece.Array[1, 6].Select(pieces => "https://" + string.Concat(pieces)));

    [Fact]
    public void Any_text_is_an_address_or_a_problem() => Sample((_, host, problem) => Assert.True(host is null != problem is null));

    [Fact]
    public void An_address_is_scheme_and_host_and_nothing_else() => Sample((_, host, _) =>
    {
        if (host is not null)
        {
            Assert.Contains(host.Scheme, new[] { Uri.UriSchemeHttp, Uri.UriSchemeHttps });
            Assert.NotEmpty(host.Host);
            Assert.Empty(host.UserInfo);
            Assert.Equal("/", host.PathAndQuery);
            Assert.Empty(host.Fragment);
            Assert.Equal($"{host.Scheme}://{host.Authority}/", host.AbsoluteUri);
        }
    });

    [Fact]
    public void Parsed_address_parses_to_itself() => Sample((allowInsecureHttp, host, _) =>
    {
        if (host is not null)
        {
            Assert.Equal(host, ServiceEndpoint.Parse(host.OriginalString, allowInsecureHttp, "AppHost", out _));
            Assert.Equal(host, ServiceEndpoint.Parse(host.AbsoluteUri, allowInsecureHttp, "AppHost", out _));
        }
    });

    [Fact]
    public void Plain_http_without_consent_is_accepted_for_loopback_only() => Sample((allowInsecureHttp, host, _) =>
        Assert.False(!allowInsecureHttp && host is { Scheme: "http", IsLoopback: false }));

    [Fact]
    public void A_problem_is_one_line_that_names_the_setting() => Sample((_, _, problem) =>
        Assert.True(problem is null || (problem.StartsWith("AppHost ", StringComparison.Ordinal) && !problem.Any(char.IsControl)), problem));

    private static void Sample(Action<bool, Uri?, string?> check) => Gen.Select(AnyText, Gen.Bool).Sample(
        (text, allowInsecureHttp) => check(allowInsecureHttp, ServiceEndpoint.Parse(text, allowInsecureHttp, "AppHost", out var problem), problem),
        iter: 5_000);
}
