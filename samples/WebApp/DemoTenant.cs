using GenAuth.Models;
using GenAuth.Testing;

namespace WebApp;

/// <summary>A tenant inside this process, with two users and a worker, so that the sample runs without an account of the service.</summary>
internal sealed class DemoTenant : IAsyncDisposable
{
    private const string DefaultApi = "http://127.0.0.1:5081";
    private const string Password = "demo-password";

    private readonly GenAuthTenant _tenant;

    private readonly GenAuthTenantAccessAccount _worker;

    private DemoTenant(GenAuthTenant tenant, GenAuthTenantAccessAccount worker) => (_tenant, _worker) = (tenant, worker);

    /// <summary>Starts a tenant and sets its address and credentials, unless the configuration has an address.</summary>
    public static async Task<DemoTenant?> StartIfNeededAsync(IConfiguration configuration)
    {
        if (configuration["GenAuth:AppHost"] is not null)
        {
            return null;
        }

        var worker = new GenAuthTenantAccessAccount { Scopes = { "orders:read", "orders:write" } };
        var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions
        {
            SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256,
            CustomScopes = { "orders:read" },
            AccessAccounts = { worker },
            RedirectUris = { "http://127.0.0.1:*/signin-oidc", "http://localhost:*/signin-oidc" },
            PostLogoutRedirectUris = { "http://127.0.0.1:*/signout-callback-oidc", "http://localhost:*/signout-callback-oidc" },
        });
        var ada = CreateUser("demo-1", "ada", "Ada Lovelace");
        tenant.AddUser(ada, Password, ["admin"]);
        tenant.GrantPermission(ada, "sample", "report", "read");
        tenant.AddUser(CreateUser("demo-2", "charles", "Charles Babbage"), Password);
        configuration["GenAuth:AppHost"] = tenant.AppHost;
        configuration["GenAuth:AppId"] = tenant.AppId;
        configuration["GenAuth:AppSecret"] = tenant.AppSecret;
        configuration["GenAuth:Management:Host"] = tenant.AppHost;
        configuration["GenAuth:Management:AccessKeyId"] = tenant.AccessKeyId;
        configuration["GenAuth:Management:AccessKeySecret"] = tenant.AccessKeySecret;
        return new(tenant, worker);
    }

    /// <summary>Starts samples/WebApi for the users of this tenant.</summary>
    public string ApiCommand =>
        $"dotnet run --project samples/WebApi -- --urls {DefaultApi} --GenAuth:AppHost {_tenant.AppHost} --GenAuth:AppId {_tenant.AppId} --GenAuth:SigningAlgorithm RS256 --Worker:AccountId {_worker.Id} --Worker:AccountSecret {_worker.Secret}";

    public void WriteInstructions(TextWriter output)
    {
        output.WriteLine($"A tenant for this sample runs at {_tenant.AppHost}. Set GenAuth:AppHost, AppId and AppSecret for a real one.");
        output.WriteLine($"Sign in as ada (an administrator) or charles, password {Password}");
        output.WriteLine($"The page Orders calls an API. Start it in another terminal: {ApiCommand}");
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
