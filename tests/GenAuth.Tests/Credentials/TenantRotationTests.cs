using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Credentials;

/// <summary>A rotation of the key at the tenant, which verifies the signatures.</summary>
public sealed class TenantRotationTests
{
    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Tenant_accepts_the_key_that_the_provider_returns_after_a_refused_one(ManagementAuthorizationMethod method)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        var old = new AccessKey(tenant.AccessKeyId, "the-secret-of-yesterday");
        var client = tenant.CreateManagementClient(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret, options.AuthorizationMethod) = ("", "", method);
            options.AccessKeyProvider = new KeyProvider((call, _) => new(call == 1 ? old : new(tenant.AccessKeyId, tenant.AccessKeySecret)));
        });

        await client.ListUsersAsync(new());

        Assert.Equal(method == ManagementAuthorizationMethod.Signature ? 2 : 3, tenant.Requests.Count);
    }

    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Old_secret_is_refused_after_a_rotation_and_the_new_one_accepted(ManagementAuthorizationMethod method)
    {
        await using var tenant = await StartAsync();
        var old = tenant.CreateManagementClient(options => options.AuthorizationMethod = method);

        var secret = tenant.RotateAccessKey();

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => old.GetUserAsync("1"));
        Assert.Equal(secret, tenant.AccessKeySecret);
        await tenant.CreateManagementClient(options => options.AuthorizationMethod = method).GetUserAsync("1");
    }

    [Fact]
    public async Task Rotation_under_load_fails_no_call_of_a_client_with_a_provider()
    {
        await using var tenant = await StartAsync();
        var client = tenant.CreateManagementClient(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret) = ("", "");
            options.AccessKeyProvider = new KeyProvider((_, _) => new(new AccessKey(tenant.AccessKeyId, tenant.AccessKeySecret)));
        });

        // Each call is affected by one rotation at most, because two rotations during a call would fail it.
        for (var rotation = 0; rotation < 20; rotation++)
        {
            var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(() => client.GetUserAsync("1"))).ToArray();
            tenant.RotateAccessKey();
            await Task.WhenAll(calls);
        }

        Assert.InRange(tenant.Requests.Count, 160, 320);
    }

    private static async Task<GenAuthTenant> StartAsync()
    {
        var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new() { UserId = "1", Status = UserStatus.Activated });
        return tenant;
    }
}
