using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

public sealed class AuthenticationSecretTests
{
    [Fact]
    public void The_client_shows_its_address_only() => Assert.Equal(
        "AuthenticationClient for https://example.genauth.ai",
        new AuthenticationClient(Clients.Options(options => options.AccessToken = "token")).ToString());

    [Fact]
    public void The_clients_options_show_their_name_only() =>
        Assert.Equal("AuthenticationClientOptions", Clients.Options(options => options.AccessToken = "token").ToString());

    [Fact]
    public void A_calls_options_show_their_name_only()
    {
        var options = new RequestOptions { AccessToken = "hunter2" };
        options.Headers["x-secret"] = "hunter2";

        Assert.Equal("RequestOptions", options.ToString());
    }

    [Fact]
    public async Task A_refused_sign_in_shows_neither_secret_nor_code_nor_token()
    {
        using var handler = new StubHandler("""{"statusCode":403,"apiCode":2333,"message":"No.","data":{"access_token":"from-the-answer"}}""");
        var client = Clients.Create(handler, options => options.AccessToken = "from-the-options");

        var exception = await Assert.ThrowsAsync<GenAuthForbiddenException>(
            () => client.SignInByAlipayAsync("my-alipay", "from-the-app", requestOptions: new RequestOptions { AccessToken = "from-the-call" }));

        Assert.All(
            ["hunter2", "from-the-answer", "from-the-options", "from-the-app", "from-the-call"],
            secret => Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal));
    }
}
