using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Requests;

public sealed class RequestOptionsTests : ContractTest
{
    [Theory]
    [Stub("sign-in/tokens")]
    [InlineData("User-Agent", "shop/2.0")]
    [InlineData("user-agent", "shop/2.0 (not; a) {valid} agent")]
    [InlineData("Accept", "application/vnd.genauth+json")]
    [InlineData("X-GenAuth-App-Id", "another-app")]
    [InlineData("x-genauth-sdk-version", "shop")]
    [InlineData("x-genauth-lang", "ja-JP")]
    [InlineData("x-genauth-app-tenant-id", "another-tenant")]
    [InlineData("Authorization", "GenAuth key:signature")]
    public async Task A_header_of_the_caller_replaces_the_one_of_the_SDK(string name, string value)
    {
        var service = Serve();
        var client = service.Client(options =>
            (options.TokenEndpointAuthMethod, options.Language, options.TenantId) = (TokenEndpointAuthMethod.ClientSecretBasic, "en-US", "tenant"));
        await client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code);
        await client.SignInByAlipayAsync(TestClient.Connection, TestClient.Code, requestOptions: new RequestOptions { Headers = { [name] = value } });

        var expected = service.Requests[0].HeadersSent();
        expected[name.ToLowerInvariant()] = value;
        Assert.Equal(expected, service.Requests[1].HeadersSent());
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task A_header_of_one_call_is_not_sent_with_the_next()
    {
        var service = Serve();
        var client = service.Client();
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { Headers = { ["x-real-ip"] = "203.0.113.7" } });
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(["203.0.113.7", null], service.Requests.Select(request => request.HeaderSent("x-real-ip")));
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task A_language_of_one_call_replaces_the_one_of_the_client()
    {
        var service = Serve();
        var client = service.Client(options => options.Language = "en-US");
        await client.GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { Language = "zh-TW" });
        await client.GetAlipayAuthInfoAsync(TestClient.Connection);

        Assert.Equal(["zh-TW", "en-US"], service.Requests.Select(request => request.HeaderSent("x-genauth-lang")));
    }

    [Theory]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("Content-Length", "5")]
    [InlineData("not a name", "value")]
    [InlineData("x-note", "first\r\nx-genauth-app-id: other")]
    [InlineData("x-note", "é")]
    public async Task Invalid_header_is_refused_before_anything_is_sent_and_its_value_not_shown(string name, string value)
    {
        var service = Serve();
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            service.Client().GetAlipayAuthInfoAsync(TestClient.Connection, new RequestOptions { Headers = { [name] = value } }));

        Assert.Contains(name, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{value}\"", exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
