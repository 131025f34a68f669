using GenAuth.Testing;

namespace GenAuth.Tests.Credentials;

/// <summary>A rotation between two tenants' keys, whose signatures are really checked.</summary>
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
}
