using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantRequestTests
{
    [Fact]
    public async Task A_request_is_recorded_as_it_arrived()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        await tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection, new RequestOptions { Language = "ja-JP" });

        var request = Assert.Single(tenant.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal(PlainClient.AuthInfoPath, request.Path);
        Assert.Equal("extIdpConnidentifier=my-alipay-connection", request.Query);
        Assert.Equal(tenant.AppId, request.Headers["X-GenAuth-App-Id"]);
        Assert.Equal("ja-JP", request.Headers["x-genauth-lang"]);
        Assert.Empty(request.Body);
    }

    [Fact]
    public async Task A_body_is_recorded_as_text()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var code = tenant.IssueAlipayCode();

        await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, code, new SignInByMobileOptionsDto { Scope = "openid", Context = "é支" });

        var request = Assert.Single(tenant.Requests);
        Assert.Contains(code, request.Body, StringComparison.Ordinal);
        Assert.Contains("é支", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_requests_are_recorded_too()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant) { AppId = null };
        tenant.FailNext(500);

        await client.GetAuthInfoAsync();
        await client.GetAuthInfoAsync();
        await client.SendAsync(HttpMethod.Put, "/api/unknown%20path?a=%26");

        Assert.Equal(3, tenant.Requests.Count);
        Assert.Equal(("PUT", "/api/unknown path", "a=%26"), (tenant.Requests[2].Method, tenant.Requests[2].Path, tenant.Requests[2].Query));
    }

    [Fact]
    public async Task The_list_is_a_copy()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var before = tenant.Requests;

        await new PlainClient(tenant).GetAuthInfoAsync();

        Assert.Empty(before);
        Assert.Single(tenant.Requests);
    }

    [Fact]
    public async Task A_request_shows_verb_and_path_only()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        await tenant.CreateClient().SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());

        Assert.Equal("POST /api/v3/signin-by-mobile", tenant.Requests[0].ToString());
    }

    [Fact]
    public async Task Reset_forgets_requests_failures_and_codes()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);
        using var keyBefore = tenant.CreateAlipayPublicKey();
        var code = tenant.IssueAlipayCode();
        tenant.FailNext(500);

        tenant.Reset();

        Assert.Empty(tenant.Requests);
        var response = await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);
        Assert.True(AlipayAuthInfo.Parse(response.Data.AuthInfo).VerifySignature(keyBefore).IsValid);
        await Assert.ThrowsAsync<GenAuthUpstreamException>(() => client.SignInByAlipayAsync(tenant.AlipayConnection, code));
    }
}
