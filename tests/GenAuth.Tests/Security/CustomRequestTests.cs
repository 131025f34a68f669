using CsCheck;
using GenAuth.Pipeline;

namespace GenAuth.Tests.Security;

public sealed class CustomRequestTests
{
    private static readonly Uri Host = new("https://example.genauth.ai");

    private static readonly Gen<string> AnyPath = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["/.:@%2eEF\\?# \t\r\nab中[]"], 0, 20].Select(text => "/" + text));

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v3/get-profile")]
    [InlineData("/api/v3/users/a%2Fb")]
    [InlineData("/api/v3/a:b@c")]
    public void Path_from_the_root_is_used_unchanged(string path) =>
        Assert.Equal(path, CustomRequest.Create(HttpMethod.Get, path, null, null).Path);

    [Theory]
    [InlineData("api/v3/get-profile")]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/api")]
    [InlineData("/\\evil.example/api")]
    [InlineData("\\\\evil.example\\api")]
    [InlineData("@evil.example")]
    [InlineData(".evil.example")]
    [InlineData("/api?query=1")]
    [InlineData("/api#fragment")]
    public void Path_to_another_host_is_refused(string path)
    {
        var exception = Assert.Throws<ArgumentException>(nameof(path), () => CustomRequest.Create(HttpMethod.Get, path, null, null));

        Assert.Contains("single slash", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_path_is_refused(string path) => Assert.Contains(
        "Pass the path from the root of the host",
        Assert.Throws<ArgumentException>(nameof(path), () => CustomRequest.Create(HttpMethod.Get, path, null, null)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_path_or_verb_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("path", () => CustomRequest.Create(HttpMethod.Get, null!, null, null));
        Assert.Throws<ArgumentNullException>("method", () => CustomRequest.Create(null!, "/", null, null));
    }

    [Fact]
    public void Verb_and_path_name_the_operation_and_the_query_is_no_part_of_it()
    {
        var request = CustomRequest.Create(HttpMethod.Delete, "/api/v3/thing", [new("token", "hunter2"), new("none", null)], null);

        Assert.Equal("DELETE /api/v3/thing", request.Operation);
        Assert.Equal("?token=hunter2", request.Query.ToString());
    }

    [Fact]
    public void Any_path_is_refused_or_stays_on_the_host() => AnyPath.Sample(
        path =>
        {
            ApiRequest request;
            try
            {
                request = CustomRequest.Create(HttpMethod.Get, path, null, null);
            }
            catch (ArgumentException)
            {
                return;
            }

            var target = new Uri(Host, request.Path);
            Assert.Equal(Host.Authority, target.Authority);
            Assert.Equal(Host.Scheme, target.Scheme);
        },
        iter: 5_000);

    [Fact]
    public void The_operations_name_is_one_line_whatever_the_path() => AnyPath.Sample(
        path =>
        {
            var operation = string.Empty;
            Record.Exception(() => operation = CustomRequest.Create(HttpMethod.Get, path, null, null).Operation);

            Assert.DoesNotContain(operation, char.IsControl);
        },
        iter: 2_000);
}
