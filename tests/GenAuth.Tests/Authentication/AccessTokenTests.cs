using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class AccessTokenTests : IDisposable
{
    private readonly StubHandler _handler = new();

    public void Dispose() => _handler.Dispose();

    [Fact]
    public async Task The_clients_token_is_sent_as_a_bearer_token()
    {
        await Clients.Create(_handler, options => options.AccessToken = "ours").GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal("Bearer ours", _handler.Only.Header("Authorization"));
    }

    [Fact]
    public async Task User_client_sends_the_users_token_and_the_original_is_unchanged()
    {
        var client = Clients.Create(_handler, options => options.AccessToken = "ours");
        var first = client.WithAccessToken("first");
        var second = ((IAuthenticationClient)first).WithAccessToken("second");

        await client.GetAlipayAuthInfoAsync("my-alipay");
        await first.GetAlipayAuthInfoAsync("my-alipay");
        await second.GetAlipayAuthInfoAsync("my-alipay");

        Assert.Equal(["Bearer ours", "Bearer first", "Bearer second"], _handler.Sent.Select(sent => sent.Header("Authorization")));
        Assert.All(_handler.Sent, sent => Assert.Equal("app", sent.Header("x-genauth-app-id")));
    }

    [Fact]
    public async Task Token_of_the_call_takes_precedence()
    {
        var client = Clients.Create(_handler, options => options.AccessToken = "ours").WithAccessToken("user");

        await client.GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { AccessToken = "call" });

        Assert.Equal("Bearer call", _handler.Only.Header("Authorization"));
    }
}
