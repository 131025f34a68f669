using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantOptionsTests
{
    public static TheoryData<string, Action<GenAuthTenantOptions>> InvalidSettings => new()
    {
        { "AppId", options => options.AppId = "" },
        { "AppId", options => options.AppId = "with blank" },
        { "AppId", options => options.AppId = "with:colon" },
        { "AppId", options => options.AppId = "line\nbreak" },
        { "AppSecret", options => options.AppSecret = " " },
        { "AppSecret", options => options.AppSecret = "with blank" },
        { "AppSecret", options => options.AppSecret = "secret\n" },
        { "AlipayConnection", options => options.AlipayConnection = null! },
        { "TokenEndpointAuthMethod", options => options.TokenEndpointAuthMethod = (TokenEndpointAuthMethod)9 },
        { "Edition", options => options.Edition = (Edition)9 },
        { "AlipaySignType", options => options.AlipaySignType = (AlipaySignType)9 },
        { "AccessTokenLifetime", options => options.AccessTokenLifetime = TimeSpan.Zero },
        { "AccessTokenLifetime", options => options.AccessTokenLifetime = TimeSpan.MaxValue },
        { "SigningAlgorithm", options => options.SigningAlgorithm = (GenAuthTenantSigningAlgorithm)9 },
        { "RedirectUris", options => options.RedirectUris.Add("/relative") },
        { "RedirectUris", options => options.RedirectUris.Add("https://app.example.com/#fragment") },
        { "RedirectUris", options => options.RedirectUris.Add("https://app.example.com:*/callback") },
        { "RedirectUris", options => options.RedirectUris.Add(null!) },
        { "PostLogoutRedirectUris", options => options.PostLogoutRedirectUris.Add("") },
        { "CustomScopes", options => options.CustomScopes.Add("orders read") },
        { "AccessAccounts", options => options.AccessAccounts.Add(new() { Secret = "" }) },
        { "AccessAccounts", options => options.AccessAccounts.Add(new() { TokenLifetime = TimeSpan.Zero }) },
        { "IdTokenLifetime", options => options.IdTokenLifetime = TimeSpan.Zero },
        { "RefreshTokenLifetime", options => options.RefreshTokenLifetime = TimeSpan.Zero },
        { "AuthorizationCodeLifetime", options => options.AuthorizationCodeLifetime = TimeSpan.Zero },
        { "TimeProvider", options => options.TimeProvider = null! },
    };

    [Theory]
    [MemberData(nameof(InvalidSettings), DisableDiscoveryEnumeration = true)]
    public async Task An_invalid_setting_is_refused_by_name(string setting, Action<GenAuthTenantOptions> change)
    {
        var options = new GenAuthTenantOptions();
        change(options);

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GenAuthTenant.StartAsync(options));

        Assert.StartsWith(setting + " ", exception.Message, StringComparison.Ordinal);
        Assert.Equal("options", exception.ParamName);
    }

    [Fact]
    public async Task All_problems_are_named_at_once()
    {
        var options = new GenAuthTenantOptions { AppId = "", AppSecret = "" };

        var exception = await Assert.ThrowsAsync<ArgumentException>(() => GenAuthTenant.StartAsync(options));

        Assert.Contains("AppId", exception.Message, StringComparison.Ordinal);
        Assert.Contains("AppSecret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_are_those_of_the_options_and_copied()
    {
        var options = new GenAuthTenantOptions { AppId = "my-app", AppSecret = "my-secret", AlipayConnection = "my-connection" };
        await using var tenant = await GenAuthTenant.StartAsync(options);
        options.AppId = options.AppSecret = options.AlipayConnection = "changed";

        Assert.Equal(("my-app", "my-secret", "my-connection"), (tenant.AppId, tenant.AppSecret, tenant.AlipayConnection));
        Assert.Equal(200, (await tenant.CreateClient().GetAlipayAuthInfoAsync("my-connection")).StatusCode);
    }

    [Fact]
    public async Task Options_for_a_client_are_new_each_time_and_enough_for_one()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.CreateOptions().AppId = "changed";
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var response = await new AuthenticationClient(tenant.CreateOptions(), http).GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        Assert.Equal(200, response.StatusCode);
    }

    [Fact]
    public void Options_and_failures_show_no_values()
    {
        Assert.Equal("GenAuthTenantOptions", new GenAuthTenantOptions { AppSecret = "secret" }.ToString());
        Assert.Equal("403, apiCode 2333 (InvalidCredentials)", new GenAuthTenantFailure(403) { ApiCode = 2333, Data = "secret" }.ToString());
        Assert.Equal("500", new GenAuthTenantFailure(500).ToString());
    }
}
