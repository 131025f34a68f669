using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

public sealed class AccessTokenTests : ContractTest
{
    [Fact]
    [Stub("alipay/authinfo")]
    public async Task User_client_sends_its_own_token_and_the_original_is_unchanged()
    {
        var service = Serve();
        var client = service.Client();
        var one = client.WithAccessToken("eyJ.one");
        var two = one.WithAccessToken("eyJ.two");

        foreach (var caller in new[] { two, one, client })
        {
            await caller.GetAlipayAuthInfoAsync(TestClient.Connection);
        }

        Assert.Equal(["Bearer eyJ.two", "Bearer eyJ.one", null], service.Requests.Select(request => request.HeaderSent("Authorization")));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task User_client_replaces_the_token_of_the_options()
    {
        var service = Serve();
        var client = service.Client(options => options.AccessToken = "eyJ.client");
        await client.WithAccessToken("eyJ.view").GetAlipayAuthInfoAsync(TestClient.Connection);
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(["Bearer eyJ.view", "Bearer eyJ.client"], service.Requests.Select(request => request.HeaderSent("Authorization")));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task User_client_keeps_all_other_settings()
    {
        var service = Serve();
        var client = service.Client(options => (options.Edition, options.Language, options.TenantId) = (Edition.Authing, "en-US", "tenant"));
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);
        await client.WithAccessToken("eyJ.view").GetAlipayAuthInfoAsync(TestClient.Connection);

        var headers = service.Requests[1].HeadersSent();
        Assert.True(headers.Remove("authorization"));
        Assert.Equal(service.Requests[0].HeadersSent(), headers);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Token_of_a_call_replaces_all_others_for_that_call_only()
    {
        var service = Serve();
        var view = service.Client(options => options.AccessToken = "eyJ.client").WithAccessToken("eyJ.view");
        await view.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { AccessToken = "eyJ.call" });
        await view.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(["Bearer eyJ.call", "Bearer eyJ.view"], service.Requests.Select(request => request.HeaderSent("Authorization")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer eyJ.call")]
    [InlineData("eyJ\r\nx-genauth-app-id: other")]
    public async Task Invalid_token_is_refused_before_anything_is_sent_and_not_shown(string token)
    {
        var service = Serve();
        var client = service.Client();
        var ofCall = await Assert.ThrowsAsync<ArgumentException>(
            () => client.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { AccessToken = token }));
        var ofView = Assert.Throws<ArgumentException>(() => client.WithAccessToken(token));

        Assert.DoesNotContain("eyJ", ofCall.Message + ofView.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
