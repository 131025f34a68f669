using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Text;

namespace GenAuth.Tests.Security;

public sealed class PathSegmentTests
{
    private static readonly Gen<string> Segment = Gen.OneOf(
        Gen.String[Gen.Char["aZ09 .=&%+/?#[]{}:;@\\中é"], 1, 12],
        Gen.String[Gen.Char['\u0000', '\uD7FF'], 1, 12]).Where(text => !string.IsNullOrWhiteSpace(text) && !PathValidator.HasDotSegment(text));

    [Theory]
    [InlineData("simple", "/api/v3/users/simple/roles")]
    [InlineData("a/b", "/api/v3/users/a%2Fb/roles")]
    [InlineData("a?b#c", "/api/v3/users/a%3Fb%23c/roles")]
    [InlineData("50%", "/api/v3/users/50%25/roles")]
    [InlineData("中 文", "/api/v3/users/%E4%B8%AD%20%E6%96%87/roles")]
    [InlineData("...", "/api/v3/users/.../roles")]
    public void Value_is_encoded_as_one_segment(string value, string path)
    {
        var request = Request();

        request.SetSegment("userId", value);

        Assert.Equal(path, request.Path);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("  ")]
    public void Value_that_changes_the_path_is_refused(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => Request().SetSegment("userId", value));

        Assert.Equal("userId", exception.ParamName);
        Assert.StartsWith("userId ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..", "userKey must not be")]
    [InlineData(" ", "Pass the identifier for the path of the request.")]
    public void Invalid_segment_is_refused_with_the_name_of_its_parameter(string value, string message) => Assert.Contains(
        message, Assert.Throws<ArgumentException>("userKey", () => Request().SetSegment("userId", value, "userKey")).Message, StringComparison.Ordinal);

    [Fact]
    public void Null_is_refused_by_name() => Assert.Throws<ArgumentNullException>("userId", () => Request().SetSegment("userId", null!));

    [Fact]
    public void Value_in_the_form_of_a_placeholder_is_not_replaced()
    {
        var request = new ApiRequest("op", HttpMethod.Get, "/a/{first}/{second}");

        request.SetSegment("first", "{second}");
        request.SetSegment("second", "2");

        Assert.Equal("/a/%7Bsecond%7D/2", request.Path);
    }

    [Fact]
    public void Any_value_is_received_as_one_segment() => Segment.Sample(
        value =>
        {
            var request = Request();
            request.SetSegment("userId", value);

            // As in a request: a Uri resolves dots and encodes again.
            var segments = new Uri(new Uri("https://example.genauth.ai"), request.Path).AbsolutePath.Split('/');
            Assert.Equal(["", "api", "v3", "users", value, "roles"], segments.Select(Uri.UnescapeDataString));
        },
        iter: 2_000);

    private static ApiRequest Request() => new("op", HttpMethod.Get, "/api/v3/users/{userId}/roles");
}
