using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.Testing;

namespace GenAuth.Tests.Shared;

/// <summary>Tenants with a user to sign in with.</summary>
internal static class Tenants
{
    public const string Password = "correct horse <battery> & \"staple\"";

    /// <summary>Each way to sign with each way of the application to authenticate itself.</summary>
    public static IReadOnlyList<(GenAuthTenantSigningAlgorithm Algorithm, TokenEndpointAuthMethod Method)> Kinds { get; } =
    [
        .. from algorithm in Enum.GetValues<GenAuthTenantSigningAlgorithm>() from method in Enum.GetValues<TokenEndpointAuthMethod>() select (algorithm, method),
    ];

    public static UserDto Ada() => new()
    {
        UserId = "user-1",
        Status = UserStatus.Activated,
        Username = "ada",
        Name = "Ada <Lovelace>",
        Email = "Ada@example.com",
        EmailVerified = true,
        Phone = "13800000000",
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A tenant with Ada, for applications on any port of this machine.</summary>
    public static async Task<GenAuthTenant> StartAsync(Action<GenAuthTenantOptions>? configure = null)
    {
        var options = new GenAuthTenantOptions
        {
            RedirectUris = { "http://127.0.0.1:*/signin-oidc", "https://app.example.com/callback" },
            PostLogoutRedirectUris = { "http://127.0.0.1:*/signout-callback-oidc", "https://app.example.com/" },
        };
        configure?.Invoke(options);
        var tenant = await GenAuthTenant.StartAsync(options);
        tenant.AddUser(Ada(), Password, ["admin", "editor"]);
        return tenant;
    }

    /// <summary>A client of the tenant's application.</summary>
    public static OpenIdConnectClient CreateOpenIdConnectClient(this GenAuthTenant tenant, GenAuthTenantSigningAlgorithm algorithm, Action<OpenIdConnectClientOptions>? configure = null)
    {
        var options = new OpenIdConnectClientOptions
        {
            AppId = tenant.AppId,
            AppSecret = tenant.AppSecret,
            AppHost = tenant.AppHost,
            SigningAlgorithm = algorithm == GenAuthTenantSigningAlgorithm.HS256 ? TokenSigningAlgorithm.HS256 : TokenSigningAlgorithm.RS256,
        };
        configure?.Invoke(options);
        return new OpenIdConnectClient(options);
    }

    /// <summary>Signs Ada in without a browser, and returns what comes back.</summary>
    public static Task<AuthorizationCallback> SignInAsync(this GenAuthTenant tenant, AuthorizationRequest request) => tenant.SignInAtAsync(request.Uri);

    /// <summary>The same with an address that a test has changed.</summary>
    public static async Task<AuthorizationCallback> SignInAtAsync(this GenAuthTenant tenant, Uri address)
    {
        using var callback = await tenant.SignInAsync(address, Ada());
        return AuthorizationCallback.Parse(callback.RequestUri!.AbsoluteUri);
    }
}
