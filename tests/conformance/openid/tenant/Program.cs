// Starts one tenant for each combination of signature and client authentication, prints them as JSON, and runs until its input ends.
using System.Text.Json;
using GenAuth;
using GenAuth.Models;
using GenAuth.Testing;

var tenants = new List<GenAuthTenant>();
var machine = new GenAuthTenantAccessAccount { Scopes = { "book:read" } };
var cases = new List<object>();
foreach (var algorithm in Enum.GetValues<GenAuthTenantSigningAlgorithm>())
{
    foreach (var method in Enum.GetValues<TokenEndpointAuthMethod>())
    {
        var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions
        {
            SigningAlgorithm = algorithm,
            TokenEndpointAuthMethod = method,
            RotateRefreshTokens = true,
            SkipConsent = false,
            RedirectUris = { "https://app.example.com/callback" },
            PostLogoutRedirectUris = { "https://app.example.com/" },
            AccessAccounts = { machine },
        });
        tenant.AddUser(new UserDto { UserId = "user-1", Username = "ada", Name = "Ada", Email = "ada@example.com" }, "secret");
        tenants.Add(tenant);
        cases.Add(new
        {
            issuer = tenant.AppHost + "/oidc",
            clientId = tenant.AppId,
            clientSecret = tenant.AppSecret,
            algorithm = algorithm.ToString(),
            method = method switch
            {
                TokenEndpointAuthMethod.ClientSecretPost => "client_secret_post",
                TokenEndpointAuthMethod.ClientSecretBasic => "client_secret_basic",
                _ => "none",
            },
            machine = new { machine.Id, machine.Secret },
        });
    }
}

Console.WriteLine(JsonSerializer.Serialize(cases));
while (Console.ReadLine() is not null)
{
}

foreach (var tenant in tenants)
{
    await tenant.DisposeAsync();
}
