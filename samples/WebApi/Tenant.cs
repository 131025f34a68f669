using GenAuth.Models;
using GenAuth.Testing;

namespace WebApi;

/// <summary>
/// The tenant of the sample: one inside this process, or a real one. For a real one set, for example as environment variables or user
/// secrets: <c>GenAuth:AppHost</c>, <c>GenAuth:AppId</c>, <c>GenAuth:SigningAlgorithm</c> (<c>RS256</c>), <c>Worker:AccountId</c> and
/// <c>Worker:AccountSecret</c>. The application needs the grant <c>client_credentials</c> and an access account with the scopes
/// <c>orders:read</c> and <c>orders:write</c>.
/// </summary>
internal sealed class Tenant : IAsyncDisposable
{
    private static readonly UserDto Ada = new() { UserId = "ada", Username = "ada", Name = "Ada", Status = UserStatus.Activated };

    private readonly GenAuthTenant? _embedded;

    private Tenant(GenAuthTenant? embedded, string description) => (_embedded, Description) = (embedded, description);

    public string Description { get; }

    public static async Task<Tenant> OpenAsync(ConfigurationManager configuration)
    {
        if (configuration["GenAuth:AppHost"] is { Length: > 0 } host)
        {
            configuration["GenAuth:AccessAccounts:0"] ??= configuration["Worker:AccountId"];
            return new Tenant(null, host);
        }

        var account = new GenAuthTenantAccessAccount { Scopes = { "orders:read", "orders:write" } };
        var embedded = await GenAuthTenant.StartAsync(new GenAuthTenantOptions
        {
            SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256,
            CustomScopes = { "orders:read" },
            AccessAccounts = { account },
        });
        embedded.AddUser(Ada);
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GenAuth:AppHost"] = embedded.AppHost,
            ["GenAuth:AppId"] = embedded.AppId,
            ["GenAuth:AppSecret"] = embedded.AppSecret,
            ["GenAuth:SigningAlgorithm"] = "RS256",
            ["GenAuth:AccessAccounts:0"] = account.Id,
            ["Worker:AccountId"] = account.Id,
            ["Worker:AccountSecret"] = account.Secret,
        });
        return new Tenant(embedded, $"{embedded.AppHost} inside this process");
    }

    /// <summary>The access token of a user. A real tenant issues it to the web app or the mobile app in which the user signs in.</summary>
    public async Task<string?> SignInUserAsync() => _embedded is null ? null : (await _embedded.SignInAsync(Ada, "openid profile orders:read")).AccessToken;

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }
}
