using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantApplicationTests
{
    [Fact]
    public async Task Another_application_is_not_found()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = tenant.CreateClient(options => options.AppId = "another");

        var exception = await Assert.ThrowsAsync<GenAuthNotFoundException>(() => client.GetAlipayAuthInfoAsync(tenant.AlipayConnection));

        Assert.Equal(ApiCode.ApplicationNotFound, exception.ApiCode);
    }

    [Fact]
    public async Task A_request_without_application_is_refused_by_every_operation()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var client = new PlainClient(tenant) { AppId = null };

        var envelopes = new[] { await client.GetAuthInfoAsync(), await client.SignInAsync(client.SignInBodyWithCredentials()) };

        Assert.All(envelopes, envelope => Assert.Equal((404, 2011), (envelope.StatusCode(), envelope.ApiCode())));
        Assert.All(envelopes, envelope => Assert.False(envelope.ContainsKey("data")));
    }

    [Theory]
    [InlineData(Edition.GenAuth, "x-genauth-app-id", 200)]
    [InlineData(Edition.GenAuth, "x-authing-app-id", 404)]
    [InlineData(Edition.Authing, "x-authing-app-id", 200)]
    [InlineData(Edition.Authing, "x-genauth-app-id", 404)]
    public async Task Only_the_headers_of_the_tenants_edition_count(Edition edition, string header, int statusCode)
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { Edition = edition });

        var envelope = await new PlainClient(tenant) { AppIdHeader = header }.GetAuthInfoAsync();

        Assert.Equal(statusCode, envelope.StatusCode());
    }

    [Fact]
    public async Task A_client_of_the_tenant_speaks_its_edition()
    {
        await using var tenant = await GenAuthTenant.StartAsync(new() { Edition = Edition.Authing });

        var response = await tenant.CreateClient().GetAlipayAuthInfoAsync(tenant.AlipayConnection);

        Assert.Equal(200, response.StatusCode);
    }
}
