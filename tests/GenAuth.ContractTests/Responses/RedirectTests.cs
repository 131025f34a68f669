using System.Net;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Responses;

/// <summary>Redirects to another address are not followed, because tokens would be sent there. For the others see <see cref="FollowedRedirectTests"/>.</summary>
public sealed class RedirectTests : ContractTest
{
    [Theory]
    [StubCase("broken/redirects#301", 301, "https://login.example.com:8443")]
    [StubCase("broken/redirects#302", 302, "https://login.example.com:8443")]
    [StubCase("broken/redirects#303", 303, "https://login.example.com:8443")]
    [StubCase("broken/redirects#307", 307, "https://login.example.com:8443")]
    [StubCase("broken/redirects#308", 308, "https://login.example.com:8443")]
    [StubCase("broken/redirects#with a good envelope", 302, "https://login.example.com:8443")]
    [StubCase("broken/redirects#with a page", 302, "https://login.example.com:8443")]
    [StubCase("broken/redirects#with a password", 302, "https://login.example.com")]
    public async Task Message_names_only_the_origin_of_a_redirect_target(string stub, int httpStatus, string origin)
    {
        var service = ServeCase(stub);
        var exception = await service.Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Contains($"the server redirects to {origin}, which", exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Theory]
    [StubCase("broken/redirects#304")]
    [StubCase("broken/redirects#to nowhere")]
    public async Task Redirect_without_an_origin_is_not_followed_and_names_none(string stub)
    {
        var service = ServeCase(stub);
        var exception = await service.Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Contains("the server redirects, which", exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    [Stub("broken/redirects#to itself")]
    public async Task Redirect_loop_ends_after_three_redirects()
    {
        var service = Serve();
        var exception = await service.Client().InvalidResponseAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    [Stub("broken/redirects#with a good envelope")]
    public async Task Redirect_is_not_a_success_although_the_body_claims_it()
    {
        var exception = await Serve().Client().InvalidResponseAsync();
        Assert.Equal(HttpStatusCode.Redirect, exception.HttpStatusCode);
        Assert.Contains("\"statusCode\": 200", exception.BodyPreview, StringComparison.Ordinal);
    }
}
