using System.Net;
using System.Text.Json.Nodes;
using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantSignInTests
{
    [Fact]
    public async Task A_code_signs_a_user_in()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var login = await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());

        Assert.Equal("Bearer", login.Data.TokenType);
        Assert.Equal(7200, login.Data.ExpireIn);
        Assert.Equal("openid profile", login.Data.Scope);
        Assert.NotNull(login.Data.AccessToken);
        Assert.NotNull(login.Data.IdToken);
        Assert.Null(login.Data.RefreshToken);
        Assert.Empty(login.Data.AdditionalProperties);
    }

    [Fact]
    public async Task A_response_has_the_documented_members()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        var body = client.SignInBodyWithCredentials();
        body["options"] = new JsonObject { ["scope"] = "openid offline_access" };

        var envelope = await client.SignInAsync(body);

        Assert.Equal(["statusCode", "message", "requestId", "data"], envelope.Select(member => member.Key));
        Assert.Equal(
            ["scope", "access_token", "id_token", "refresh_token", "token_type", "expire_in"], envelope.Data().Select(member => member.Key));
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        var code = tenant.IssueAlipayCode();
        await client.SignInByAlipayAsync(tenant.AlipayConnection, code);

        var exception = await Assert.ThrowsAsync<GenAuthUpstreamException>(() => client.SignInByAlipayAsync(tenant.AlipayConnection, code));

        Assert.Equal(602, exception.StatusCode);
        Assert.Contains("isv.code-invalid", exception.ServiceMessage, StringComparison.Ordinal);
        Assert.DoesNotContain(code, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_was_not_issued_is_refused_by_Alipay()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var exception = await Assert.ThrowsAsync<GenAuthUpstreamException>(
            () => tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, "not-a-code"));

        Assert.Equal(602, exception.StatusCode);
    }

    [Fact]
    public async Task A_code_of_another_tenant_is_refused()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        await using var another = await GenAuthTenant.StartAsync();

        await Assert.ThrowsAsync<GenAuthUpstreamException>(
            () => tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, another.IssueAlipayCode()));
    }

    [Fact]
    public async Task Another_error_leaves_the_code_valid()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        var code = tenant.IssueAlipayCode();

        await Assert.ThrowsAsync<GenAuthNotFoundException>(() => client.SignInByAlipayAsync("another-connection", code));
        await Assert.ThrowsAsync<GenAuthBadRequestException>(
            () => client.SignInByAlipayAsync(tenant.AlipayConnection, code, new SignInByMobileOptionsDto { Scope = "profile" }));
        tenant.FailNext(ApiCode.ApplicationMfaRequired);
        await Assert.ThrowsAsync<GenAuthActionRequiredException>(() => client.SignInByAlipayAsync(tenant.AlipayConnection, code));

        var login = await client.SignInByAlipayAsync(tenant.AlipayConnection, code);
        Assert.Equal(200, login.StatusCode);
    }

    [Theory]
    [InlineData("openid", false)]
    [InlineData("openid profile", false)]
    [InlineData("openid profile offline_access", true)]
    public async Task A_refresh_token_comes_with_offline_access_only(string scope, bool expected)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var login = await tenant.CreateClient().SignInByAlipayAsync(
            tenant.AlipayConnection, tenant.IssueAlipayCode(), new SignInByMobileOptionsDto { Scope = scope });

        Assert.Equal(scope, login.Data.Scope);
        Assert.Equal(expected, login.Data.RefreshToken is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("profile")]
    [InlineData("OpenID")]
    [InlineData("openid_connect")]
    public async Task A_scope_without_openid_is_an_invalid_argument(string scope)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        var body = client.SignInBodyWithCredentials();
        body["options"] = new JsonObject { ["scope"] = scope };

        Assert.Equal(400, (await client.SignInAsync(body)).StatusCode());
    }

    [Theory]
    [InlineData("extIdpConnidentifier")]
    [InlineData("connection")]
    [InlineData("alipayPayload")]
    public async Task A_missing_member_is_an_invalid_argument_and_is_named(string member)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        var body = client.SignInBodyWithCredentials();
        body.Remove(member);

        var envelope = await client.SignInAsync(body);

        Assert.Equal(400, envelope.StatusCode());
        Assert.Contains(member, envelope.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_of_another_kind_is_not_implemented()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        var body = client.SignInBodyWithCredentials();
        body["connection"] = "wechat";

        Assert.Equal(501, (await client.SignInWithoutSuccessAsync(body, HttpStatusCode.NotImplemented)).StatusCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{'connection':'alipay'}")]
    [InlineData("{} trailing")]
    [InlineData("{\"connection\":1}")]
    [InlineData("{\"connection\":\"\\ud800\"}")]
    [InlineData("{\"alipayPayload\":\"code\"}")]
    [InlineData("{\"options\":{\"scope\":[\"openid\"]}}")]
    public async Task A_malformed_body_is_an_invalid_argument(string body)
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        Assert.Equal(400, (await new PlainClient(tenant).SignInAsync(body)).StatusCode());
    }

    [Fact]
    public async Task A_malformed_body_is_not_repeated_in_the_message()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        var envelope = await new PlainClient(tenant).SignInAsync("{\"client_secret\":\"hunter2\",\"client_id\":[\"hunter3\"]}");

        Assert.Contains("$.client_id", envelope.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", envelope.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_media_type_is_an_invalid_argument()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);

        var envelope = await client.SignInAsync(client.SignInBodyWithCredentials().ToJsonString(), "text/plain");

        Assert.Equal(400, envelope.StatusCode());
    }
}
