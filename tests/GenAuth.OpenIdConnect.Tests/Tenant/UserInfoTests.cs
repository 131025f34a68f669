using System.Net;
using GenAuth.Models;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>User info, introspection and revocation.</summary>
public sealed class UserInfoTests
{
    [Theory]
    [InlineData("header")]
    [InlineData("query")]
    [InlineData("form")]
    public async Task Access_token_is_taken_from_each_place(string place)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync(("scope", "openid email role")))["access_token"];

        var response = place switch
        {
            "header" => await client.UserInfoAsync(token),
            "query" => await client.GetAsync("/oidc/me?access_token=" + token),
            _ => await client.PostAsync("/me", ("access_token", token)),
        };

        Assert.Equal(["email", "email_verified", "role", "sub"], response.Body.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(("user-1", "admin"), (response["sub"], response["role"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task Request_without_a_valid_token_is_unauthorized(string? token)
    {
        await using var tenant = await Tenants.StartAsync();

        var response = await new RawClient(tenant).UserInfoAsync(token);

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_token"), (response.Status, response.Error));
        Assert.Contains("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_token_and_ID_token_are_no_access_tokens()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var tokens = await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent"));

        Assert.Equal("invalid_token", (await client.UserInfoAsync(tokens["refresh_token"])).Error);
        Assert.Equal("invalid_token", (await client.UserInfoAsync(tokens["id_token"])).Error);
    }

    [Fact]
    public async Task Access_token_expires_by_the_clock_of_the_tenant()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var tenant = await Tenants.StartAsync(options => options.TimeProvider = clock);
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync())["access_token"];
        Assert.Equal(HttpStatusCode.OK, (await client.UserInfoAsync(token)).Status);

        clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.UserInfoAsync(token)).Status);
        Assert.False((bool)(await client.IntrospectAsync(token)).Body["active"]!);
    }

    [Fact]
    public async Task Introspection_describes_access_and_refresh_tokens()
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var tokens = await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent"));

        var (access, refresh, id) = (
            await client.IntrospectAsync(tokens["access_token"]), await client.IntrospectAsync(tokens["refresh_token"]), await client.IntrospectAsync(tokens["id_token"]));

        Assert.Equal(
            ["active", "client_id", "exp", "iat", "iss", "jti", "scope", "sub", "token_type"], access.Body.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal((tenant.AppId, "user-1", "openid offline_access"), (access["client_id"], access["sub"], access["scope"]));
        Assert.Equal((string?)RawClient.ClaimsOf(tokens["access_token"])["jti"], access["jti"]);
        Assert.True((bool)refresh.Body["active"]!);
        Assert.False(refresh.Body.ContainsKey("token_type"));
        Assert.Equal("""{"active":false}""", id.Body.ToJsonString());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("true", false)]
    public async Task Strict_introspection_looks_at_the_user(string? strict, bool active)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var token = (await client.GetTokensAsync())["access_token"];
        await tenant.CreateManagementClient().UpdateUserAsync(new UpdateUserReqDto { UserId = "user-1", Status = UserStatus.Suspended });

        Assert.Equal(active, (bool?)(await client.IntrospectAsync(token, ("strict", strict))).Body["active"]);
        Assert.Equal("invalid_token", (await client.UserInfoAsync(token)).Error);
    }

    [Theory]
    [InlineData("/token/introspection")]
    [InlineData("/token/revocation")]
    public async Task Other_applications_are_refused(string path)
    {
        await using var tenant = await Tenants.StartAsync();

        var response = await new RawClient(tenant).PostAsync(path, ("token", "any"), ("client_secret", "wrong"));

        Assert.Equal((HttpStatusCode.Unauthorized, "invalid_client"), (response.Status, response.Error));
    }

    [Theory]
    [InlineData("access_token", true)]
    [InlineData("refresh_token", false)]
    public async Task Revoked_refresh_token_ends_the_access_tokens_too(string revoked, bool canRefresh)
    {
        await using var tenant = await Tenants.StartAsync();
        var client = new RawClient(tenant);
        var tokens = await client.GetTokensAsync(("scope", "openid offline_access"), ("prompt", "consent"));

        var response = await client.RevokeAsync(tokens[revoked]);

        Assert.Equal((HttpStatusCode.OK, string.Empty), (response.Status, response.Text));
        Assert.Equal("invalid_token", (await client.UserInfoAsync(tokens["access_token"])).Error);
        Assert.Equal(canRefresh ? null : "invalid_grant", (await client.RefreshAsync(tokens["refresh_token"])).Error);
        Assert.Equal(HttpStatusCode.OK, (await client.RevokeAsync(tokens[revoked])).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.RevokeAsync("unknown")).Status);
    }

    [Fact]
    public async Task Profile_operation_accepts_tokens_of_every_sign_in()
    {
        await using var tenant = await Tenants.StartAsync();
        var raw = new RawClient(tenant);
        var alipay = await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode("user-9"));
        string?[] tokens = [(await raw.GetTokensAsync())["access_token"], (await tenant.SignInAsync(Tenants.Ada())).AccessToken, alipay.Data.AccessToken];

        var users = await Task.WhenAll(tokens.Select(async token => (await tenant.CreateClient().WithAccessToken(token!).GetProfileAsync()).Data.UserId));

        Assert.Equal(["user-1", "user-1", "user-9"], users);
    }

    [Fact]
    public async Task Profile_operation_refuses_tokens_that_are_no_longer_valid()
    {
        await using var tenant = await Tenants.StartAsync();
        var token = (await tenant.SignInAsync(Tenants.Ada())).AccessToken!;
        await new RawClient(tenant).RevokeAsync(token);

        foreach (var invalid in new[] { token, "unknown" })
        {
            var exception = await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => tenant.CreateClient().WithAccessToken(invalid).GetProfileAsync());
            Assert.Equal(ApiCode.NotSignedIn, exception.ApiCode);
        }
    }

    [Fact]
    public async Task Profile_operation_returns_custom_data_on_request()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var user = new UserDto { UserId = "user-2", CustomData = new JObject { ["age"] = 7 } };
        tenant.AddUser(user);
        var client = tenant.CreateClient().WithAccessToken((await tenant.SignInAsync(user)).AccessToken!);

        Assert.Null((await client.GetProfileAsync()).Data.CustomData);
        Assert.Equal(7, (int?)(await client.GetProfileAsync(new GetProfileOptions { WithCustomData = true })).Data.CustomData!["age"]);
    }
}
