using GenAuth.Models;
using GenAuth.Testing;

namespace WebApp;

/// <summary>A tenant inside this process, with two users, so that the sample runs without an account of the service.</summary>
internal sealed class DemoTenant : IAsyncDisposable
{
    private const string Password = "demo-password";

    private readonly GenAuthTenant _tenant;

    private DemoTenant(GenAuthTenant tenant) => _tenant = tenant;

    /// <summary>Starts a tenant and sets its address and credentials, unless the configuration has an address.</summary>
    public static async Task<DemoTenant?> StartIfNeededAsync(IConfiguration configuration)
    {
        if (configuration["GenAuth:AppHost"] is not null)
        {
            return null;
        }

        var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions
        {
            RedirectUris = { "http://127.0.0.1:*/signin-oidc", "http://localhost:*/signin-oidc" },
            PostLogoutRedirectUris = { "http://127.0.0.1:*/signout-callback-oidc", "http://localhost:*/signout-callback-oidc" },
        });
        tenant.AddUser(CreateUser("demo-1", "ada", "Ada Lovelace"), Password, ["admin"]);
        tenant.AddUser(CreateUser("demo-2", "charles", "Charles Babbage"), Password);
        configuration["GenAuth:AppHost"] = tenant.AppHost;
        configuration["GenAuth:AppId"] = tenant.AppId;
        configuration["GenAuth:AppSecret"] = tenant.AppSecret;
        configuration["GenAuth:Management:Host"] = tenant.AppHost;
        configuration["GenAuth:Management:AccessKeyId"] = tenant.AccessKeyId;
        configuration["GenAuth:Management:AccessKeySecret"] = tenant.AccessKeySecret;
        return new(tenant);
    }

    public void WriteInstructions(TextWriter output, string address)
    {
        output.WriteLine($"A tenant for this sample runs at {_tenant.AppHost}. Set GenAuth:AppHost, AppId and AppSecret for a real one.");
        output.WriteLine($"Open {address}");
        output.WriteLine($"Sign in as ada (an administrator) or charles, password {Password}");
    }

    public ValueTask DisposeAsync() => _tenant.DisposeAsync();

    private static UserDto CreateUser(string id, string account, string name) => new()
    {
        UserId = id,
        Status = UserStatus.Activated,
        Username = account,
        Name = name,
        Email = account + "@example.com",
        EmailVerified = true,
        CreatedAt = DateTimeOffset.UtcNow,
        UpdatedAt = DateTimeOffset.UtcNow,
    };
}
