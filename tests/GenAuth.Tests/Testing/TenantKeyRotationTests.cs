using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.Tests.Testing;

public sealed class TenantKeyRotationTests
{
    [Theory]
    [InlineData(ManagementAuthorizationMethod.Signature)]
    [InlineData(ManagementAuthorizationMethod.ManagementToken)]
    public async Task Old_secret_is_refused_and_the_new_one_accepted(ManagementAuthorizationMethod method)
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new() { UserId = "1", Status = UserStatus.Activated });
        var old = tenant.CreateManagementClient(options => options.AuthorizationMethod = method);

        var secret = tenant.RotateAccessKey();

        await Assert.ThrowsAsync<GenAuthUnauthorizedException>(() => old.GetUserAsync("1"));
        Assert.Equal(secret, tenant.AccessKeySecret);
        await tenant.CreateManagementClient(options => options.AuthorizationMethod = method).GetUserAsync("1");
    }

    [Fact]
    public async Task Rotation_under_load_fails_no_call_of_a_client_with_a_provider()
    {
        await using var tenant = await GenAuthTenant.StartAsync();
        tenant.AddUser(new() { UserId = "1", Status = UserStatus.Activated });
        var client = tenant.CreateManagementClient(options =>
        {
            (options.AccessKeyId, options.AccessKeySecret) = (string.Empty, string.Empty);
            options.AccessKeyProvider = new CurrentKey(tenant);
        });

        // Each call meets one rotation at most, as a key that was replaced twice during a call would fail it.
        for (var rotation = 0; rotation < 20; rotation++)
        {
            var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(() => client.GetUserAsync("1"))).ToArray();
            tenant.RotateAccessKey();
            await Task.WhenAll(calls);
        }

        Assert.InRange(tenant.Requests.Count, 160, 320);
    }

    private sealed class CurrentKey(GenAuthTenant tenant) : IAccessKeyProvider
    {
        public ValueTask<AccessKey> GetAccessKeyAsync(CancellationToken cancellationToken) => new(new AccessKey(tenant.AccessKeyId, tenant.AccessKeySecret));
    }
}
