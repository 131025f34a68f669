using GenAuth.Models;
using GenAuth.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GenAuth.Tests.DependencyInjection;

/// <summary>Registered clients after their configuration was loaded again.</summary>
public sealed class OptionsReloadTests : IDisposable
{
    private readonly LogText _log = new();
    private readonly Service _service = new(sent => sent.Uri.AbsolutePath.EndsWith("list-users", StringComparison.Ordinal)
        ? $$$"""{"statusCode":200,"data":{"totalCount":2,"list":[{"userId":"{{{sent.Header("Authorization")}}}"}]}}"""
        : StubHandler.Success);

    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["App:AppId"] = "app",
        ["App:AppSecret"] = "secret",
        ["App:AppHost"] = "one.genauth.ai",
        ["App:TokenEndpointAuthMethod"] = "ClientSecretBasic",
        ["Pool:AccessKeyId"] = "key-1",
        ["Pool:AccessKeySecret"] = "secret",
        ["Shop:AccessKeyId"] = "shop-1",
        ["Shop:AccessKeySecret"] = "secret",
    }).Build();

    private readonly ServiceProvider _provider;

    public OptionsReloadTests()
    {
        var services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(_log));
        services.AddGenAuthAuthentication(_configuration.GetSection("App")).ConfigurePrimaryHttpMessageHandler(() => _service);
        services.AddGenAuthManagement(_configuration.GetSection("Pool")).ConfigurePrimaryHttpMessageHandler(() => _service);
        services.AddGenAuthManagement("shop", _configuration.GetSection("Shop")).ConfigurePrimaryHttpMessageHandler(() => _service);
        _provider = services.BuildServiceProvider();
    }

    private SentRequest Last => _service.Sent[^1];

    private IAuthenticationClient App => _provider.GetRequiredService<IAuthenticationClient>();

    private ManagementClient Pool => _provider.GetRequiredService<ManagementClient>();

    public void Dispose()
    {
        _provider.Dispose();
        _service.Dispose();
        _log.Dispose();
    }

    [Fact]
    public async Task Changed_settings_are_used_for_calls_that_start_afterwards()
    {
        var (app, pool) = (App, Pool);
        await app.GetAlipayAuthInfoAsync("my-alipay");
        Assert.Equal("one.genauth.ai", Last.Uri.Host);

        Load(("App:AppHost", "two.genauth.ai"), ("App:AppId", "other"), ("App:Language", "ja-JP"), ("App:TenantId", "tenant"), ("App:Edition", "Authing"), ("Pool:AccessKeyId", "key-2"), ("Pool:Host", "pool.genauth.ai"));
        await app.GetAlipayAuthInfoAsync("my-alipay");

        Assert.Same(app, App);
        Assert.Equal(
            ("two.genauth.ai", "other", "ja-JP", "tenant"),
            (Last.Uri.Host, Last.Header("x-authing-app-id"), Last.Header("x-authing-lang"), Last.Header("x-authing-app-tenant-id")));
        await pool.CallAsync();
        Assert.Equal(("pool.genauth.ai", "GenAuth key-2"), (Last.Uri.Host, Last.Header("Authorization")!.Split(':')[0]));
    }

    [Fact]
    public async Task Changed_secret_time_limits_and_retries_are_used()
    {
        var app = App;
        Load(("App:AppSecret", "other"), ("App:MaxResponseBytes", "10"));

        var exception = await Assert.ThrowsAsync<GenAuthInvalidResponseException>(() => app.SignInByAlipayAsync("my-alipay", "1"));

        Assert.Equal(GenAuthResponseProblem.TooLarge, exception.Problem);
        Assert.Equal("Basic YXBwOm90aGVy", Last.Header("Authorization"));
    }

    [Fact]
    public async Task View_for_a_user_uses_the_changed_settings_and_keeps_its_token()
    {
        var view = App.WithAccessToken("user");
        Load(("App:AppHost", "two.genauth.ai"), ("App:AccessToken", "of-the-settings"));

        await view.GetAlipayAuthInfoAsync("my-alipay");
        Assert.Equal(("two.genauth.ai", "Bearer user"), (Last.Uri.Host, Last.Header("Authorization")));

        await App.GetAlipayAuthInfoAsync("my-alipay");
        Assert.Equal("Bearer of-the-settings", Last.Header("Authorization"));
    }

    [Fact]
    public async Task Named_client_uses_the_changes_of_its_own_section()
    {
        var shop = _provider.GetRequiredKeyedService<ManagementClient>("shop");
        Load(("Shop:AccessKeyId", "shop-2"));

        await shop.CallAsync();
        Assert.StartsWith("GenAuth shop-2:", Last.Header("Authorization"), StringComparison.Ordinal);

        await Pool.CallAsync();
        Assert.StartsWith("GenAuth key-1:", Last.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_pages_of_an_enumeration_use_the_changed_settings()
    {
        await foreach (var _ in Pool.ListUsersAutoPagingAsync(new ListUsersRequestDto()))
        {
            Load(("Pool:AccessKeyId", "key-2"));
        }

        Assert.Equal(["GenAuth key-1", "GenAuth key-2"], _service.Sent.Select(sent => sent.Header("Authorization")!.Split(':')[0]));
    }

    [Theory]
    [InlineData("Pool:AccessKeySecret", "", "other", "AccessKeySecret is empty.")]
    [InlineData("Pool:Host", "http://10.0.0.7", "", "Host is plain http to another machine")]
    [InlineData("Pool:Timeout", "soon", "00:00:10", "Reading them threw InvalidOperationException.")]
    [InlineData("Pool:Tls:DangerousAcceptAnyServerCertificate", "true", "false", "Tls has changed, which needs other connections.")]
    [InlineData("Pool:Host", "http://localhost:8080", "https://pool.genauth.ai", "The host has moved between this machine and another one")]
    public async Task Settings_that_cannot_be_used_are_logged_and_the_last_valid_ones_stay_in_use_as_a_whole(string setting, string value, string valid, string problem)
    {
        var pool = Pool;
        Load((setting, value), ("Pool:AccessKeyId", "key-2"));

        await pool.CallAsync();
        Assert.StartsWith("GenAuth key-1:", Last.Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("The changed settings are not used, the last valid ones stay in use: ", _log.ToString(), StringComparison.Ordinal);
        Assert.Contains(problem, _log.ToString(), StringComparison.Ordinal);

        Load((setting, valid));
        await pool.CallAsync();
        Assert.StartsWith("GenAuth key-2:", Last.Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("The changed settings are used for calls that start from now on", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_settings_do_not_fail_calls_although_the_options_monitor_throws()
    {
        var pool = Pool;
        Assert.Equal("key-1", _provider.GetRequiredService<IOptionsMonitor<ManagementClientOptions>>().CurrentValue.AccessKeyId);

        Assert.ThrowsAny<Exception>(() => Load(("Pool:AccessKeyId", "")));
        await pool.CallAsync();
        Assert.StartsWith("GenAuth key-1:", Last.Header("Authorization"), StringComparison.Ordinal);

        Load(("Pool:AccessKeyId", "key-2"));
        await pool.CallAsync();
        Assert.StartsWith("GenAuth key-2:", Last.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_not_logged()
    {
        _ = Pool;
        Load(("Pool:AccessKeySecret", "hunter2\n"), ("Pool:AccessKeyId", "key:hunter2"));
        Load(("Pool:AccessKeySecret", "hunter2"), ("Pool:AccessKeyId", "key-2"));

        Assert.DoesNotContain("hunter2", _log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Client_of_a_disposed_container_is_not_changed_any_more()
    {
        _ = Pool;
        _provider.Dispose();

        Load(("Pool:AccessKeyId", "key-2"));

        Assert.DoesNotContain("changed settings", _log.ToString(), StringComparison.Ordinal);
    }

    private void Load(params (string Setting, string? Value)[] settings)
    {
        foreach (var (setting, value) in settings)
        {
            _configuration[setting] = value;
        }

        _configuration.Reload();
    }
}
