using System.Net;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Answers;

/// <summary>Redirects that are not followed: that would carry tokens to another address. For the others see <see cref="FollowedRedirectTests"/>.</summary>
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
    public async Task Only_the_origin_of_the_target_is_told(string stub, int httpStatus, string origin)
    {
        var service = ServeCase(stub);
        var exception = await service.Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Equal(httpStatus, (int)exception.HttpStatusCode);
        Assert.Contains($"the server redirects to {origin}, which", exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Theory]
    [StubCase("broken/redirects#304")]
    [StubCase("broken/redirects#to nowhere")]
    public async Task Where_there_is_no_origin_none_is_told_and_the_target_is_not_asked(string stub)
    {
        var service = ServeCase(stub);
        var exception = await service.Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Contains("the server redirects, which", exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    [Stub("broken/redirects#to itself")]
    public async Task One_that_leads_back_to_itself_ends_after_three_times()
    {
        var service = Serve();
        var exception = await service.Client().NoAnswerAsync();

        Assert.Equal(GenAuthResponseProblem.Redirect, exception.Problem);
        Assert.Equal(4, service.Requests.Count);
    }

    [Fact]
    [Stub("broken/redirects#with a good envelope")]
    public async Task A_redirect_is_no_success_even_with_a_body_that_claims_it()
    {
        var exception = await Serve().Client().NoAnswerAsync();
        Assert.Equal(HttpStatusCode.Redirect, exception.HttpStatusCode);
        Assert.Contains("\"statusCode\": 200", exception.BodyPreview, StringComparison.Ordinal);
    }
}
