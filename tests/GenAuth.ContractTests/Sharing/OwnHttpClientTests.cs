using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Sharing;

public sealed class OwnHttpClientTests : ContractTest
{
    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Own_http_client_sends_and_stays_usable()
    {
        var service = Serve();
        using var handler = new Counting();
        using var http = new HttpClient(handler, disposeHandler: false);

        await new AuthenticationClient(TestClient.Options(service.Url), http).GetAlipayAuthInfoAsync(TestClient.Connection);
        await new AuthenticationClient(TestClient.Options(service.Url), http).WithAccessToken("eyJ.user").GetAlipayAuthInfoAsync(TestClient.Connection);
        await http.GetStringAsync(new Uri(service.Url + "/api/v3/get-alipay-authinfo"));

        Assert.Equal(3, handler.Calls);
        Assert.False(handler.IsDisposed);
    }

    [Fact]
    [Stub("alipay/authinfo")]
    public async Task Own_http_client_keeps_its_headers_and_its_base_address_is_not_used()
    {
        var service = Serve();
        using var http = new HttpClient { BaseAddress = new Uri("http://nowhere.invalid/base/") };
        await new AuthenticationClient(TestClient.Options(service.Url), http).GetAlipayAuthInfoAsync(
            TestClient.Connection, new RequestOptions { AccessToken = "eyJ.user", Headers = { ["x-real-ip"] = "203.0.113.7" } });

        Assert.Equal("/api/v3/get-alipay-authinfo", service.Request.Path);
        Assert.Equal("http://nowhere.invalid/base/", http.BaseAddress.ToString());
        Assert.Empty(http.DefaultRequestHeaders);
    }

    [Fact]
    public async Task Disposed_http_client_fails_the_call_as_disposed()
    {
        var http = new HttpClient();
        var client = new AuthenticationClient(TestClient.Options("http://localhost"), http);
        http.Dispose();
        var exception = await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(TestClient.Connection));
        Assert.IsType<ObjectDisposedException>(exception.InnerException);
        Assert.Contains("was disposed", exception.Message, StringComparison.Ordinal);
    }

    private sealed class Counting() : DelegatingHandler(new SocketsHttpHandler())
    {
        public int Calls { get; private set; }

        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return base.SendAsync(request, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
