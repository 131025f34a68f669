using GenAuth.Models;
using GenAuth.Testing;

namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>samples/WebApp with a tenant of the test, whose users and failures the test decides about.</summary>
internal sealed class SampleTenant : IAsyncDisposable
{
    public const string Password = "demo-password";

    private SampleTenant(GenAuthTenant tenant, GenAuthTenantAccessAccount worker, SampleProcess app) => (Tenant, Worker, App) = (tenant, worker, app);

    public GenAuthTenant Tenant { get; }

    public GenAuthTenantAccessAccount Worker { get; }

    public SampleProcess App { get; }

    public static UserDto Ada { get; } = CreateUser("u1", "ada", "Ada Lovelace");

    public static UserDto Charles { get; } = CreateUser("u2", "charles", "Charles Babbage");

    public static async Task<SampleTenant> StartAsync(Action<GenAuthTenantOptions>? configure = null, params (string Name, string Value)[] settings)
    {
        var worker = new GenAuthTenantAccessAccount { Scopes = { "orders:read", "orders:write" } };
        var options = new GenAuthTenantOptions
        {
            SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256,
            CustomScopes = { "orders:read" },
            AccessAccounts = { worker },
            RedirectUris = { "http://127.0.0.1:*/signin-oidc" },
            PostLogoutRedirectUris = { "http://127.0.0.1:*/signout-callback-oidc" },
        };
        configure?.Invoke(options);
        var tenant = await GenAuthTenant.StartAsync(options);
        tenant.AddUser(Ada, Password, ["admin"]);
        tenant.AddUser(Charles, Password);
        tenant.GrantPermission(Ada, "sample", "report", "read");
        var app = await SampleProcess.StartAsync(
            "WebApp",
            "Open ",
            [
                ("GenAuth:AppHost", tenant.AppHost), ("GenAuth:AppId", tenant.AppId), ("GenAuth:AppSecret", tenant.AppSecret),
                ("GenAuth:Management:Host", tenant.AppHost), ("GenAuth:Management:AccessKeyId", tenant.AccessKeyId), ("GenAuth:Management:AccessKeySecret", tenant.AccessKeySecret),
                .. settings,
            ]);
        return new(tenant, worker, app);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Tenant.DisposeAsync();
    }

    private static UserDto CreateUser(string id, string account, string name) => new()
    {
        UserId = id, Status = UserStatus.Activated, Username = account, Name = name, Email = account + "@example.com", EmailVerified = true,
        CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch,
    };
}
