using CsCheck;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Security;

/// <summary>Text that a program puts into a path stays behind what the program wrote before it.</summary>
public sealed class PathPrefixTests
{
    private const string Prefix = "/api/v3/things/";

    private static readonly Uri Host = new("https://example.genauth.ai");

    private static readonly Gen<string> AnyText = Gen.OneOf(
            ".", "..", "/", "\\", "%2e", "%2E", "%252e", "%25252e", "%2f", "%252F", "%5c", "%c0%ae", "%00", "%0d%0a", "%20", " ", ";", ";v=1", "host", "a", "é", "%")
        .Array[0, 8].Select(string.Concat);

    [Theory]
    [InlineData("/api/v3/../admin")]
    [InlineData("/api/v3/..")]
    [InlineData("/api/v3/%2e%2e/admin")]
    [InlineData("/api/v3/%2E%2E/admin")]
    [InlineData("/api/v3/.%2e/admin")]
    [InlineData("/api/v3/%252e%252e/admin")]
    [InlineData("/api/v3/%25252e%25252e/admin")]
    [InlineData("/api/v3/..%2fadmin")]
    [InlineData("/api/v3/x%2F..%2F..%2Fadmin")]
    [InlineData("/api/v3/x%5C..%5Cadmin")]
    [InlineData("/api/v3/..%5cadmin")]
    [InlineData("/api/v3/..;/admin")]
    [InlineData("/api/v3/..;v=1/admin")]
    [InlineData("/api/v3/.. ")]
    [InlineData("/api/v3/..%20/admin")]
    [InlineData("/api/v3/%c0%ae%c0%ae/admin")]
    [InlineData("/./api")]
    [InlineData("/.//host")]
    [InlineData("/%2e//host")]
    public void Path_with_a_dot_segment_in_any_spelling_is_refused(string path) => Assert.Contains(
        "which leads to another path",
        Assert.Throws<ArgumentException>(nameof(path), () => CustomRequest.Create(HttpMethod.Get, path, null, null)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/%2Fhost/api")]
    [InlineData("/%252fhost/api")]
    [InlineData("/%5Chost/api")]
    [InlineData("/api%0d%0ax-forged:1")]
    [InlineData("/api%00")]
    [InlineData("/api%250a")]
    public void Path_whose_encoding_hides_a_host_or_a_control_character_is_refused(string path) => Assert.Contains(
        "must begin with a single slash",
        Assert.Throws<ArgumentException>(nameof(path), () => CustomRequest.Create(HttpMethod.Get, path, null, null)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/api/v3/users/a%2Fb")]
    [InlineData("/api/v3/users/https%3A%2F%2Fhost")]
    [InlineData("/api/v3/users/...")]
    [InlineData("/api/v3/users/.hidden")]
    [InlineData("/api/v3/users/a..b")]
    [InlineData("/api/v3/users/v1.0")]
    [InlineData("/api/v3/users/50%25")]
    [InlineData("/api//v3")]
    public void Path_within_the_prefix_is_accepted(string path) => Assert.Equal(path, CustomRequest.Create(HttpMethod.Get, path, null, null).Path);

    [Fact]
    public void Any_text_behind_a_prefix_stays_behind_it_or_is_refused()
    {
        var accepted = 0;
        AnyText.Sample(
            text =>
            {
                if (Record.Exception(() => CustomRequest.Create(HttpMethod.Get, Prefix + text, null, null)) is { } exception)
                {
                    Assert.IsType<ArgumentException>(exception);
                    return;
                }

                Interlocked.Increment(ref accepted);
                AssertBehindPrefix(Prefix + text);
            },
            iter: 20_000);

        Assert.True(accepted > 1_000, "Too few of the paths are accepted for this to mean something.");
    }

    [Fact]
    public void Any_value_of_a_placeholder_stays_in_its_segment_or_is_refused() => AnyText.Where(text => !string.IsNullOrWhiteSpace(text)).Sample(
        text =>
        {
            var request = new ApiRequest("op", HttpMethod.Get, Prefix + "{id}");
            if (Record.Exception(() => request.SetSegment("id", text)) is { } exception)
            {
                Assert.Equal("id", Assert.IsType<ArgumentException>(exception).ParamName);
                return;
            }

            AssertBehindPrefix(request.Path);
        },
        iter: 20_000);

    [Theory]
    [InlineData("../admin")]
    [InlineData("a/../../admin")]
    [InlineData("..\\admin")]
    [InlineData("%2e%2e")]
    [InlineData("..;x")]
    public void Value_of_a_placeholder_that_holds_a_dot_segment_is_refused(string value) => Assert.Contains(
        "it would lead to another path",
        Assert.Throws<ArgumentException>("id", () => new ApiRequest("op", HttpMethod.Get, "/{id}").SetSegment("id", value)).Message,
        StringComparison.Ordinal);

    /// <summary>Neither the parser of addresses nor a proxy that decodes and parses again leaves the prefix.</summary>
    private static void AssertBehindPrefix(string path)
    {
        var seen = new Uri(Host + path.TrimStart('/')).AbsolutePath;
        for (var decodings = 0; decodings < 3; decodings++)
        {
            Assert.StartsWith(Prefix.TrimEnd('/'), seen, StringComparison.Ordinal);
            seen = new Uri(Host, Uri.UnescapeDataString(seen).Replace('\\', '/')).AbsolutePath;
        }
    }
}
