using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>A provider of another vendor with the addresses of the service: it checks that the client follows the standards.</summary>
public sealed class OpenIddictProvider : IAsyncLifetime
{
    public const string ConfidentialApp = "confidential-app";
    public const string OtherApp = "other-app";
    public const string PublicApp = "public-app";
    public const string Secret = "0123456789abcdef0123456789abcdef";
    public const string Redirect = "https://app.example.com/callback?from=provider";
    public const string SignedOut = "https://app.example.com/signed-out";
    private const string Algorithm = "RS256";

    public const string Subject = "6229ffaxxxxxxxxcade3e3d9";

    private static readonly string[] Roles = ["admin", "reader"];

    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private WebApplication? _app;

    public static string AppOf(TokenEndpointAuthMethod method) => method == TokenEndpointAuthMethod.None ? PublicApp : ConfidentialApp;

    public string Host { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Host);
        var database = Guid.NewGuid().ToString();
        builder.Services.AddRouting();
        builder.Services.AddDbContext<DbContext>(options => options
            .UseInMemoryDatabase(database)
            .ConfigureWarnings(static warnings => warnings.Ignore(InMemoryEventId.TransactionIgnoredWarning))
            .UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(static options => options.UseEntityFrameworkCore().UseDbContext<DbContext>().DisableBulkOperations())
            .AddServer(options =>
            {
                options.SetIssuer(new Uri(Host + "/oidc"))
                    .SetConfigurationEndpointUris("oidc/.well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris("oidc/.well-known/jwks.json")
                    .SetAuthorizationEndpointUris("oidc/auth")
                    .SetTokenEndpointUris("oidc/token")
                    .SetUserInfoEndpointUris("oidc/me")
                    .SetIntrospectionEndpointUris("oidc/token/introspection")
                    .SetRevocationEndpointUris("oidc/token/revocation")
                    .SetEndSessionEndpointUris("oidc/session/end");
                options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
                options.RegisterScopes(Scopes.Profile, Scopes.Email, "book:read");
                options.AddEphemeralEncryptionKey().AddEphemeralSigningKey(Algorithm).DisableAccessTokenEncryption();
                options.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    .DisableTransportSecurityRequirement();
            });
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.MapGet("/oidc/auth", Authorize);
        _app.MapPost("/oidc/token", (Delegate)ExchangeAsync);
        _app.MapGet("/oidc/me", (Delegate)GetUserInfoAsync);
        _app.MapGet("/oidc/session/end", static () => Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
        await _app.StartAsync();
        await AddApplicationAsync(ConfidentialApp, Secret);
        await AddApplicationAsync(OtherApp, Secret);
        await AddApplicationAsync(PublicApp, null);
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    public OpenIdConnectClient CreateClient(TokenEndpointAuthMethod method = TokenEndpointAuthMethod.ClientSecretPost, string? appId = null, Action<OpenIdConnectClientOptions>? configure = null)
    {
        var options = new OpenIdConnectClientOptions
        {
            AppId = appId ?? AppOf(method),
            AppSecret = method == TokenEndpointAuthMethod.None ? null : Secret,
            AppHost = Host,
            SigningAlgorithm = TokenSigningAlgorithm.RS256,
            TokenEndpointAuthMethod = method,
        };
        configure?.Invoke(options);
        return new OpenIdConnectClient(options);
    }

    /// <summary>Opens an address as a browser does, and returns where it is sent.</summary>
    public static async Task<Uri> BrowseAsync(Uri address)
    {
        using var response = await Browser.GetAsync(address);
        Assert.True(response.Headers.Location is not null, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        return response.Headers.Location;
    }

    /// <summary>A whole sign-in.</summary>
    public static async Task<SignInResult> SignInAsync(OpenIdConnectClient client, string scope = "openid profile email offline_access")
    {
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = Redirect, Scope = scope });
        var location = await BrowseAsync(request.Uri);
        return await client.CompleteSignInAsync(request, AuthorizationCallback.Parse(location.OriginalString));
    }

    private static IResult Authorize(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.LoginHint == "refuse")
        {
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.AccessDenied,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The user refused.",
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        return SignIn(CreateIdentity(Subject, request));
    }

    private static async Task<IResult> ExchangeAsync(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            return SignIn(CreateIdentity(request.ClientId!, request));
        }

        var grant = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return SignIn((ClaimsIdentity)grant.Principal!.Identity!);
    }

    private static async Task<IResult> GetUserInfoAsync(HttpContext context)
    {
        var grant = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        return Results.Json(new Dictionary<string, object?> { ["sub"] = grant.Principal!.GetClaim(Claims.Subject), ["name"] = "Ada", ["gender"] = null, ["roles"] = Roles });
    }

    private static ClaimsIdentity CreateIdentity(string subject, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject).SetClaim(Claims.Name, "Ada").SetClaim(Claims.Email, "ada@example.com");
        identity.SetScopes(request.GetScopes()).SetResources(request.ClientId!);
        identity.SetDestinations(static _ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return identity;
    }

    private static IResult SignIn(ClaimsIdentity identity) => Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    private async Task AddApplicationAsync(string id, string? secret)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = secret,
            ClientType = secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            // At an address of this machine a native application may use any port.
            ApplicationType = ApplicationTypes.Native,
            RedirectUris = { new Uri(Redirect), new Uri("http://127.0.0.1/signin-oidc"), new Uri("http://127.0.0.1/callback") },
            PostLogoutRedirectUris = { new Uri(SignedOut) },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Scopes.Email, Permissions.Prefixes.Scope + "book:read",
            },
        };
        if (secret is not null)
        {
            application.Permissions.Add(Permissions.Endpoints.Introspection);
            application.Permissions.Add(Permissions.GrantTypes.ClientCredentials);
        }

        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(application);
    }
}
