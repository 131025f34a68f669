using System.Net.Sockets;
using System.Text;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantLifetimeTests
{
    // Much longer than a stop takes, and much shorter than a connection stays open otherwise.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_tenant_listens_on_loopback_only()
    {
        await using var tenant = await GenAuthTenant.StartAsync();

        Assert.Matches("^http://127\\.0\\.0\\.1:[1-9][0-9]*$", tenant.AppHost);
        Assert.Equal($"GenAuthTenant at {tenant.AppHost}", tenant.ToString());
    }

    [Fact]
    public async Task Tenants_share_nothing_by_default()
    {
        await using var one = await GenAuthTenant.StartAsync();
        await using var another = await GenAuthTenant.StartAsync();
        using var keyOfOne = one.CreateAlipayPublicKey();
        using var keyOfAnother = another.CreateAlipayPublicKey();

        Assert.NotEqual(one.AppHost, another.AppHost);
        Assert.NotEqual(one.AppId, another.AppId);
        Assert.NotEqual(one.AppSecret, another.AppSecret);
        Assert.NotEqual(keyOfOne.ExportRSAPublicKeyPem(), keyOfAnother.ExportRSAPublicKeyPem());
    }

    [Fact]
    public async Task A_public_key_is_the_callers_own_and_has_no_private_half()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.CreateAlipayPublicKey().Dispose();

        using var key = tenant.CreateAlipayPublicKey();

        Assert.ThrowsAny<Exception>(() => key.ExportParameters(includePrivateParameters: true));
    }

    [Fact]
    public async Task Disposing_twice_is_fine()
    {
        var tenant = await GenAuthTenant.StartAsync();

        await tenant.DisposeAsync();
        await tenant.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(tenant.CreateAlipayPublicKey);
    }

    [Fact]
    public async Task A_client_of_a_disposed_tenant_gets_no_connection()
    {
        var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        await tenant.DisposeAsync();

        await Assert.ThrowsAsync<GenAuthConnectionException>(() => client.GetAlipayAuthInfoAsync(tenant.AlipayConnection));
    }

    [Fact]
    public async Task Open_connections_do_not_hold_up_the_end()
    {
        var tenant = await GenAuthTenant.StartAsync();
        using var idle = await ConnectAsync(tenant);
        using var halfway = await ConnectAsync(tenant);
        await halfway.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /api/v3/signin-by-mobile HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n{"));
        await new PlainClient(tenant).GetAuthInfoAsync();

        await tenant.DisposeAsync().AsTask().WaitAsync(Prompt);
    }

    [Fact]
    public async Task Sixty_four_callers_at_once_are_each_served()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient();
        using var key = tenant.CreateAlipayPublicKey();

        var logins = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            var response = await client.GetAlipayAuthInfoAsync(tenant.AlipayConnection);
            var login = await client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());
            return (AuthInfo: AlipayAuthInfo.Parse(response.Data.AuthInfo), login.Data.AccessToken);
        }));

        Assert.All(logins, login => Assert.True(login.AuthInfo.VerifySignature(key).IsValid));
        Assert.Equal(64, logins.Select(login => login.AuthInfo.TargetId).Distinct().Count());
        Assert.Equal(64, logins.Select(login => login.AccessToken).Distinct().Count());
        Assert.Equal(128, tenant.Requests.Count);
    }

    [Fact]
    public async Task Of_sixty_four_callers_with_one_code_exactly_one_is_signed_in()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant);
        var body = client.SignInBodyWithCredentials().ToJsonString();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => client.SignInAsync(body)));

        Assert.Single(outcomes, envelope => envelope.StatusCode() == 200);
        Assert.Equal(63, outcomes.Count(envelope => envelope.StatusCode() == 602));
    }

    [Fact]
    public async Task A_cancelled_start_does_not_start()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => GenAuthTenant.StartAsync(cancellationToken: new CancellationToken(canceled: true)));
    }

    private static async Task<TcpClient> ConnectAsync(GenAuthTenant tenant)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync("127.0.0.1", new Uri(tenant.AppHost).Port);
        return connection;
    }
}
