using System.Net;
using CsCheck;
using GenAuth.Http;

namespace GenAuth.Tests.Http;

public sealed class RedirectTests
{
    private const string Origin = "https://example.genauth.ai";

    private static readonly Uri Host = new(Origin);

    private static readonly Gen<string> AnyTarget = Gen.OneOf(
        Gen.OneOf("https:", "http:", "//", "/", "\\", "/\\", "@", ":", ":443", ":8443", "?", "#", ".", "..", "example.genauth.ai", "EXAMPLE.GENAUTH.AI", "evil.example", "user", "%2F", "%5C", "\t", "中", " ", "a=b", "&", ";")
            .Array[1, 8].Select(string.Concat),
        Gen.String);

    [Fact]
    public void Whatever_the_target_nothing_but_the_host_is_asked()
    {
        var followed = 0;
        AnyTarget.Sample(
            target =>
            {
                if (Next(target) is { } next)
                {
                    Interlocked.Increment(ref followed);
                    var address = next.AddressOn(Origin);
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
    public void A_signature_is_made_of_what_the_service_reads_from_the_query(string target, params string[] parameters) =>
        Assert.Equal(parameters, Next(target)!.Query.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"));

    [Fact]
    public void Everything_else_about_the_request_stays()
    {
        var request = new ApiRequest("op", HttpMethod.Post, "/path") { Body = new object(), Repeatability = Repeatability.Idempotent, UsesClientCredentials = true };

        var next = request.RedirectedTo(new Uri("https://example.genauth.ai/there"));

        Assert.Equal(("op", HttpMethod.Post, "/there"), (next.Operation, next.Method, next.Path));
        Assert.Same(request.Body, next.Body);
        Assert.Equal((Repeatability.Idempotent, true), (next.Repeatability, next.UsesClientCredentials));
    }

    private static ApiRequest? Next(string target)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.Redirect);
        answer.Headers.TryAddWithoutValidation("Location", target);
        return Redirect.Next(new ApiRequest("op", HttpMethod.Get, "/path"), new Uri(Host, "/path"), answer, Host);
    }
}
