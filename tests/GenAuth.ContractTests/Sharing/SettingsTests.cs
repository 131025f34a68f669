using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Sharing;

public sealed class SettingsTests : ContractTest
{
    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Change_of_the_options_does_not_affect_an_existing_client()
    {
        var service = Serve();
        var options = TestClient.Options(service.Url);
        var client = new AuthenticationClient(options);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        (options.AppId, options.AppHost, options.AccessToken, options.Language, options.TenantId, options.Edition) =
            ("other", "http://localhost:1", "eyJ.other", "ja-JP", "other", Edition.Authing);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(service.Requests[0].HeadersSent(), service.Requests[1].HeadersSent());
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Clients_of_one_program_share_no_setting()
    {
        var (one, two) = (Serve(), Serve());
        var first = one.Client(options => (options.AppId, options.AccessToken) = ("first", "eyJ.first"));
        var second = two.Client(options => (options.AppId, options.Edition) = ("second", Edition.Authing));
        await Task.WhenAll(first.GetAlipayAuthInfoAsync("a"), second.GetAlipayAuthInfoAsync("b"));

        Assert.Equal("first", one.Request.HeaderSent("x-genauth-app-id"));
        Assert.Equal("Bearer eyJ.first", one.Request.HeaderSent("Authorization"));
        Assert.Equal("second", two.Request.HeaderSent("x-authing-app-id"));
        Assert.Null(two.Request.HeaderSent("Authorization"));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Request_options_can_be_reused()
    {
        var service = Serve();
        var client = service.Client();
        var options = new RequestOptions { AccessToken = "eyJ.user", Language = "ja-JP", Headers = { ["x-real-ip"] = "203.0.113.7" } };
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, options);

        Assert.Equal(service.Requests[0].HeadersSent(), service.Requests[1].HeadersSent());
    }

    [Fact]
    [Stub("alipay/authinfo")]
    [Stub("errors/second-factor-wanted")]
    public async Task Error_does_not_affect_the_next_call()
    {
        var service = Serve();
        var client = service.Client();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        await Assert.ThrowsAsync<GenAuthActionRequiredException>(() => client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code));
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(service.Requests[0].HeadersSent(), service.Requests[2].HeadersSent());
        Assert.Equal(service.Requests[0].Url, service.Requests[2].Url);
    }
}
