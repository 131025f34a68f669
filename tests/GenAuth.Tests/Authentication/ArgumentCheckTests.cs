using GenAuth.Tests.Support;

namespace GenAuth.Tests.Authentication;

public sealed class ArgumentCheckTests : IDisposable
{
    private readonly StubHandler _handler = new();

    // Checked after every test here: nothing was sent.
    public void Dispose()
    {
        Assert.Empty(_handler.Sent);
        _handler.Dispose();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public async Task A_missing_connection_is_refused_by_name(string? connection)
    {
        var first = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client().GetAlipayAuthInfoAsync(connection!));
        var second = await Assert.ThrowsAnyAsync<ArgumentException>(() => Client().SignInByAlipayAsync(connection!, "1"));

        Assert.Equal("extIdpConnIdentifier", first.ParamName);
        Assert.Equal("extIdpConnIdentifier", second.ParamName);
    }

    [Fact]
    public async Task A_blank_connection_is_refused_with_what_to_pass() => Assert.Contains(
        "as shown in the console",
        (await Assert.ThrowsAsync<ArgumentException>(() => Client().GetAlipayAuthInfoAsync(" "))).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_missing_code_is_refused_by_name(string? code) =>
        Assert.Equal(nameof(code), (await Assert.ThrowsAnyAsync<ArgumentException>(() => Client().SignInByAlipayAsync("my-alipay", code!))).ParamName);

    [Fact]
    public Task A_missing_body_is_refused_by_name() => Assert.ThrowsAsync<ArgumentNullException>("body", () => Client().SignInByMobileAsync(null!));

    [Fact]
    public Task A_wrong_setting_of_the_call_is_refused() => Assert.ThrowsAsync<ArgumentException>(
        "requestOptions",
        () => Client().GetAlipayAuthInfoAsync("my-alipay", new RequestOptions { AccessToken = "Bearer token" }));

    [Fact]
    public Task A_path_on_another_host_is_refused() => Assert.ThrowsAsync<ArgumentException>(
        "path", () => Client().SendAsync<object>(HttpMethod.Get, "//evil.example/"));

    [Fact]
    public Task A_call_that_was_cancelled_before_it_began_is_not_sent() => Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Client().GetAlipayAuthInfoAsync("my-alipay", cancellationToken: new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    public async Task Sign_in_without_the_needed_secret_is_refused_with_the_name_of_the_setting(TokenEndpointAuthMethod method)
    {
        var client = Client(options => (options.AppSecret, options.TokenEndpointAuthMethod) = (null, method));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.SignInByAlipayAsync("my-alipay", "1"));

        Assert.Contains("AppSecret", exception.Message, StringComparison.Ordinal);
        Assert.Contains(method.ToString(), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer token")]
    public void Invalid_token_of_a_user_is_refused_by_name(string? accessToken) =>
        Assert.Equal(nameof(accessToken), Assert.ThrowsAny<ArgumentException>(() => Client().WithAccessToken(accessToken!)).ParamName);

    private AuthenticationClient Client(Action<AuthenticationClientOptions>? change = null) => Clients.Create(_handler, change);
}
