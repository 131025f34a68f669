using GenAuth.Settings;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Security;

/// <summary>What the transport alone decides about is refused as a setting.</summary>
public sealed class TransportHeaderTests
{
    [Theory]
    [InlineData("Host")]
    [InlineData("host")]
    [InlineData("HOST")]
    [InlineData("Connection")]
    [InlineData("Keep-Alive")]
    [InlineData("Proxy-Connection")]
    [InlineData("Proxy-Authorization")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Upgrade")]
    [InlineData("Expect")]
    [InlineData("HTTP2-Settings")]
    public async Task Header_of_the_connection_is_refused_before_anything_is_sent(string name)
    {
        using var handler = new StubHandler();
        var options = new RequestOptions();
        options.Headers[name] = "hunter2";

        var ofApplication = await Assert.ThrowsAsync<ArgumentException>("requestOptions", () => Clients.Create(handler).GetAlipayAuthInfoAsync("my-alipay", options));
        await Assert.ThrowsAsync<ArgumentException>("requestOptions", () => ManagementClients.Create(handler).CallAsync(options));
        Assert.Throws<ArgumentException>("requestOptions", () => ManagementClients.Create(handler).ExplainSignature(HttpMethod.Get, "/", requestOptions: options));

        Assert.StartsWith($"Headers[\"{name}\"] is set by the transport", ofApplication.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", ofApplication.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Theory]
    [InlineData("X-Forwarded-Host")]
    [InlineData("User-Agent")]
    [InlineData("Authorization")]
    [InlineData("traceparent")]
    [InlineData("Cookie")]
    public void Header_of_the_request_is_accepted(string name)
    {
        var options = new RequestOptions();
        options.Headers[name] = "value";

        Assert.Equal("value", RequestOptionsCheck.CopyChecked(options)!.Headers[name]);
    }

    [Fact]
    public void App_id_with_a_colon_is_refused_where_a_colon_ends_it()
    {
        var exception = Assert.Throws<ArgumentException>("options", () => new AuthenticationClient(
            Clients.Options(options => (options.AppId, options.TokenEndpointAuthMethod) = ("app:other", TokenEndpointAuthMethod.ClientSecretBasic))));

        Assert.Contains("AppId holds a colon", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ClientSecretPost", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task App_id_with_a_colon_is_accepted_where_it_ends_nothing(TokenEndpointAuthMethod method)
    {
        using var handler = new StubHandler();

        await Clients.Create(handler, options => (options.AppId, options.TokenEndpointAuthMethod) = ("app:other", method)).SendAsync<JObject>(HttpMethod.Get, "/");

        Assert.Equal("app:other", handler.Only.Header("x-genauth-app-id"));
    }
}
