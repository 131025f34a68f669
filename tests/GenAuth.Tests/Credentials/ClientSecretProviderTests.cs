using GenAuth.Models;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Credentials;

public sealed class ClientSecretProviderTests
{
    [Fact]
    public async Task Secret_is_in_the_body_with_client_secret_post()
    {
        using var handler = new StubHandler();
        var client = Client(handler, TokenEndpointAuthMethod.ClientSecretPost, "first", "second");

        await client.SignInByAlipayAsync("my-alipay", "1");
        await client.SignInByAlipayAsync("my-alipay", "2");

        Assert.EndsWith("""
            "client_id":"app","client_secret":"first"}
            """, handler.Sent[0].Body, StringComparison.Ordinal);
        Assert.EndsWith("""
            "client_id":"app","client_secret":"second"}
            """, handler.Sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_is_in_the_header_with_client_secret_basic()
    {
        using var handler = new StubHandler();
        var client = Client(handler, TokenEndpointAuthMethod.ClientSecretBasic, "first", "second");

        await client.SignInByAlipayAsync("my-alipay", "1");
        await client.SignInByMobileAsync(new SignInByMobileDto());

        Assert.Equal(["Basic YXBwOmZpcnN0", "Basic YXBwOnNlY29uZA=="], handler.Sent.Select(sent => sent.Header("Authorization")));
        Assert.DoesNotContain("client_secret", handler.Sent[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_is_not_called_by_operations_without_the_secret_nor_by_a_public_application()
    {
        using var handler = new StubHandler();

        await Client(handler, TokenEndpointAuthMethod.ClientSecretBasic).GetAlipayAuthInfoAsync("my-alipay");
        await Client(handler, TokenEndpointAuthMethod.None).SignInByAlipayAsync("my-alipay", "1");

        Assert.All(handler.Sent, sent => Assert.Null(sent.Header("Authorization")));
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task Rejected_sign_in_is_not_retried_with_another_secret(TokenEndpointAuthMethod method)
    {
        using var handler = new StubHandler("""{"statusCode":401}""");

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => Client(handler, method, "old", "new").SignInByAlipayAsync("my-alipay", "1"));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public void Secret_beside_a_provider_is_refused()
    {
        var options = Clients.Options(options => options.ClientSecretProvider = new Secrets());

        var exception = Assert.Throws<ArgumentException>("options", () => new AuthenticationClient(options));

        Assert.StartsWith("AppSecret and ClientSecretProvider are both set. Remove one of them", exception.Message, StringComparison.Ordinal);
    }

    private static AuthenticationClient Client(StubHandler handler, TokenEndpointAuthMethod method, params string[] secrets) => Clients.Create(
        handler, options => (options.AppSecret, options.TokenEndpointAuthMethod, options.ClientSecretProvider) = (null, method, new Secrets(secrets)));

    /// <summary>Returns the secrets in order, and fails behind the last one.</summary>
    private sealed class Secrets(params string[] secrets) : IClientSecretProvider
    {
        private int _calls;

        public ValueTask<string> GetClientSecretAsync(CancellationToken cancellationToken) => new(secrets[_calls++]);
    }
}
