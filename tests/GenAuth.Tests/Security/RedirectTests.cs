using System.Net;
using CsCheck;
using GenAuth.Pipeline;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

public sealed class RedirectTests
{
    private const string Origin = "https://example.genauth.ai";

    private static readonly Uri Host = new(Origin);

    private static readonly Gen<string> AnyTarget = Gen.OneOf(
        Gen.OneOf("https:", "http:", "//", "/", "\\", "/\\", "@", ":", ":443", ":8443", "?", "#", ".", "..", "example.genauth.ai", "EXAMPLE.GENAUTH.AI", "evil.example", "user", "%2F", "%5C", "\t", "中", " ", "a=b", "&", ";")
            .Array[1, 8].Select(string.Concat),
        Gen.String);

    [Fact]
    public void Redirect_to_any_target_sends_nothing_to_another_host()
    {
        var followed = 0;
        AnyTarget.Sample(
            target =>
            {
                if (Next(target) is { } next)
                {
                    Interlocked.Increment(ref followed);
                    var address = next.GetUri(Origin);
                    Assert.Equal(Origin + "/", address.GetLeftPart(UriPartial.Authority) + "/");
                    Assert.Equal(string.Empty, address.UserInfo);
                }
            },
            iter: 20_000);

        Assert.True(followed > 1_000, "Too few of the targets are followed for this to mean something.");
    }

    [Theory]
    [InlineData("?id=a%20b&id=a+b", "id=a b", "id=a b")]
    [InlineData("?ids%5B%5D=1&ids[]=2", "ids[]=1", "ids[]=2")]
    [InlineData("?flag&a=b=c&&=d", "flag=", "a=b=c", "=d")]
    [InlineData("?%zz=%E4%B8%AD", "%zz=中")]
    [InlineData("?")]
    [InlineData("/")]
    public void Redirected_query_is_signed_as_the_service_reads_it(string target, params string[] parameters) =>
        Assert.Equal(parameters, Next(target)!.Query.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    [Fact]
    public void Redirect_keeps_the_rest_of_the_request()
    {
        var request = new ApiRequest("op", HttpMethod.Post, "/path") { Body = new object(), RetrySafety = RetrySafety.Idempotent, UsesClientCredentials = true };

        var next = request.ForRedirect(new Uri("https://example.genauth.ai/there"));

        Assert.Equal(("op", HttpMethod.Post, "/there"), (next.Operation, next.Method, next.Path));
        Assert.Same(request.Body, next.Body);
        Assert.Equal((RetrySafety.Idempotent, true), (next.RetrySafety, next.UsesClientCredentials));
    }

    [Theory]
    [InlineData("https://example.genauth.ai/there", true)]
    [InlineData("https://EXAMPLE.genauth.ai:443/there", true)]
    [InlineData("//example.genauth.ai/there", true)]
    [InlineData("http://example.genauth.ai/there", false)]
    [InlineData("http://example.genauth.ai:443/there", false)]
    [InlineData("https://example.genauth.ai:8443/there", false)]
    [InlineData("https://user@example.genauth.ai/there", false)]
    [InlineData("https://evil.example/there", false)]
    [InlineData("//evil.example/there", false)]
    public void Redirect_is_followed_to_the_same_scheme_host_and_port_only(string target, bool followed) => Assert.Equal(followed, Next(target) is not null);

    [Theory]
    [InlineData("GET", nameof(RetrySafety.Read), 301, 302, 303, 307, 308)]
    [InlineData("HEAD", nameof(RetrySafety.Never), 301, 302, 303, 307, 308)]
    [InlineData("POST", nameof(RetrySafety.Read), 307, 308)]
    [InlineData("PUT", nameof(RetrySafety.Idempotent), 307, 308)]
    [InlineData("POST", nameof(RetrySafety.Never))]
    [InlineData("DELETE", nameof(RetrySafety.Never))]
    public void Redirect_of_an_operation_that_must_not_be_retried_is_not_followed(string method, string safety, params int[] followed)
    {
        var request = new ApiRequest("op", new HttpMethod(method), "/path") { RetrySafety = Enum.Parse<RetrySafety>(safety) };

        Assert.Equal(followed, Enumerable.Range(200, 300).Where(status => Next("/there", request, (HttpStatusCode)status) is not null));
    }

    [Fact]
    public void Redirects_end_after_three()
    {
        var request = Next("/1");
        request = Next("/2", request);
        request = Next("/3", request);

        Assert.Equal("/3", request!.Path);
        Assert.Null(Next("/4", request));
    }

    [Fact]
    public async Task Redirect_target_is_requested()
    {
        using var service = new Service(sent => Task.FromResult(sent.Uri.AbsolutePath == "/there"
            ? Service.CreateResponse(StubHandler.AuthInfo)
            : Service.CreateResponse(string.Empty, HttpStatusCode.Redirect, ("Location", "/there?id=1"))));

        await new AuthenticationClient(Clients.Options(), new HttpClient(service)).GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("/there?id=1", service.Sent[1].Uri.PathAndQuery);
        Assert.Equal(2, service.Sent.Count);
    }

    private static ApiRequest? Next(string target, ApiRequest? request = null, HttpStatusCode status = HttpStatusCode.Redirect)
    {
        using var response = new HttpResponseMessage(status);
        response.Headers.TryAddWithoutValidation("Location", target);
        return RedirectPolicy.Follow(request ?? new ApiRequest("op", HttpMethod.Get, "/path"), new Uri(Host, "/path"), response, Host);
    }
}
