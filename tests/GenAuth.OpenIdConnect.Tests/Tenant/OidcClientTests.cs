using Duende.IdentityModel.Client;
using Duende.IdentityModel.OidcClient;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;

namespace GenAuth.OpenIdConnect.Tests.Tenant;

/// <summary>Duende.IdentityModel.OidcClient, a certified client for native applications, signs users in at the tenant.</summary>
public sealed class OidcClientTests
{
    public static TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod> Cases
    {
        get
        {
            var cases = new TheoryData<GenAuthTenantSigningAlgorithm, TokenEndpointAuthMethod>();
            foreach (var (algorithm, method) in Tenants.Kinds)
            {
                cases.Add(algorithm, method);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task OidcClient_signs_in_refreshes_and_reads_the_user(GenAuthTenantSigningAlgorithm algorithm, TokenEndpointAuthMethod method)
    {
        await using var tenant = await Tenants.StartAsync(options =>
        {
            options.SigningAlgorithm = algorithm;
            options.TokenEndpointAuthMethod = method;
            options.RotateRefreshTokens = true;
            options.RedirectUris.Add("http://127.0.0.1:*/callback");
        });
        await using var browser = await LoopbackBrowser.StartAsync();
        var client = browser.CreateClient(tenant.AppHost + "/oidc", tenant.AppId, tenant.AppSecret, method, algorithm.ToString());

        var login = await client.LoginAsync(new LoginRequest { FrontChannelExtraParameters = new Parameters { { "prompt", "consent" } } });

        Assert.Null(login.Error);
        Assert.Equal(("Ada <Lovelace>", "Ada@example.com"), (login.User.Identity?.Name, login.User.FindFirst("email")?.Value));
        var refreshed = await client.RefreshTokenAsync(login.RefreshToken);
        Assert.Null(refreshed.Error);
        Assert.NotEqual(login.RefreshToken, refreshed.RefreshToken);
        Assert.Contains((await client.GetUserInfoAsync(refreshed.AccessToken)).Claims, claim => (claim.Type, claim.Value) == ("sub", "user-1"));
    }
}
