using System.Text.Json.Nodes;
using Duende.IdentityModel.OidcClient;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.OpenIdConnect.Tests.OpenIddict;

/// <summary>
/// The clients of other makes at the provider of another make, with the settings that they have at the tenant. A setting that only the
/// tenant needed would fail here. ID tokens of OpenIddict cannot be signed with HS256.
/// </summary>
public sealed class ForeignClientTests(OpenIddictProvider provider) : IClassFixture<OpenIddictProvider>
{
    private const string Algorithm = "RS256";

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task Handler_signs_a_user_in(TokenEndpointAuthMethod method)
    {
        await using var app = await HandlerApp.StartAsync(options =>
        {
            options.Authority = provider.Host + "/oidc";
            options.ClientId = OpenIddictProvider.AppOf(method);
            options.ClientSecret = method == TokenEndpointAuthMethod.None ? null : OpenIddictProvider.Secret;
            options.ResponseMode = "query";
            options.GetClaimsFromUserInfoEndpoint = true;
            options.Prompt = "consent";
            options.Scope.Add("email");
            options.Scope.Add("offline_access");
            options.TokenValidationParameters.ValidAlgorithms = [Algorithm];
            if (method == TokenEndpointAuthMethod.ClientSecretBasic)
            {
                options.BackchannelHttpHandler = new BasicHandler(options.BackchannelHttpHandler!);
            }
        });
        using var browser = new Browser();

        var home = await browser.OpenAsync(app.Home);

        var user = JsonNode.Parse(home.Text)!;
        Assert.Contains($"sub={OpenIddictProvider.Subject}", user["claims"]!.AsArray().Select(claim => (string)claim!));
        Assert.All(["access_token", "id_token", "refresh_token"], token => Assert.NotNull(user["tokens"]![token]));
    }

    [Theory]
    [InlineData(TokenEndpointAuthMethod.ClientSecretPost)]
    [InlineData(TokenEndpointAuthMethod.ClientSecretBasic)]
    [InlineData(TokenEndpointAuthMethod.None)]
    public async Task OidcClient_signs_in_refreshes_and_reads_the_user(TokenEndpointAuthMethod method)
    {
        await using var browser = await LoopbackBrowser.StartAsync();
        var client = browser.CreateClient(provider.Host + "/oidc", OpenIddictProvider.AppOf(method), OpenIddictProvider.Secret, method, Algorithm);

        var login = await client.LoginAsync(new LoginRequest());

        Assert.Null(login.Error);
        Assert.Equal("Ada", login.User.Identity?.Name);
        var refreshed = await client.RefreshTokenAsync(login.RefreshToken);
        Assert.Null(refreshed.Error);
        Assert.Contains((await client.GetUserInfoAsync(refreshed.AccessToken)).Claims, claim => (claim.Type, claim.Value) == ("sub", OpenIddictProvider.Subject));
    }
}
