using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

public sealed class AuthenticationSecretTests
{
    [Fact]
    public void ToString_of_the_client_shows_its_address_only() => Assert.Equal(
        "AuthenticationClient for https://example.genauth.ai",
        new AuthenticationClient(Clients.Options(options => options.AccessToken = "token")).ToString());

    [Fact]
    public void ToString_of_the_client_options_shows_their_type_only() =>
        Assert.Equal("AuthenticationClientOptions", Clients.Options(options => options.AccessToken = "token").ToString());

    [Fact]
    public void ToString_of_the_request_options_shows_their_type_only()
    {
        var options = new RequestOptions { AccessToken = "hunter2" };
        options.Headers["x-secret"] = "hunter2";

        Assert.Equal("RequestOptions", options.ToString());
    }

    [Fact]
    public async Task Exception_of_a_rejected_sign_in_shows_neither_secret_nor_code_nor_token()
    {
        using var handler = new StubHandler("""{"statusCode":403,"apiCode":2333,"message":"No.","data":{"access_token":"from-the-response"}}""");
        var client = Clients.Create(handler, options => options.AccessToken = "from-the-options");

        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(
            () => client.SignInByAlipayAsync("my-alipay", "from-the-app", requestOptions: new RequestOptions { AccessToken = "from-the-call" }));

        Assert.All(
            ["hunter2", "from-the-response", "from-the-options", "from-the-app", "from-the-call"],
            secret => Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal));
    }
}
