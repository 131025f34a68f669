using System.Security.Claims;
using System.Text.Json.Nodes;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.Models;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace GenAuth.AspNetCore.Tests.Api;

/// <summary>An API accepts the tokens of the tenant, and says in the form of RFC 6750 why it refuses others.</summary>
public sealed class ApiTokenTests
{
    private static readonly UserDto Ada = new() { UserId = "user-1", Username = "ada", Status = UserStatus.Activated };

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256)]
    public async Task Access_token_of_a_user_is_accepted(GenAuthTenantSigningAlgorithm algorithm)
    {
        await using var tenant = await StartTenantAsync(algorithm);
        await using var api = await tenant.StartApiAsync(algorithm);
        var tokens = await tenant.SignInAsync(Ada, "openid profile");

        var response = await api.GetAsync("/claims", tokens.AccessToken);

        Assert.Equal(200, response.Status);
        Assert.Contains("\"sub=user-1\"", response.Body, StringComparison.Ordinal);
        Assert.Contains("\"scope=openid\",\"scope=profile\"", response.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256)]
    public async Task Id_token_is_refused_as_access_token(GenAuthTenantSigningAlgorithm algorithm)
    {
        await using var tenant = await StartTenantAsync(algorithm);
        await using var api = await tenant.StartApiAsync(algorithm);
        var tokens = await tenant.SignInAsync(Ada, "openid profile");

        var response = await api.GetAsync("/claims", tokens.IdToken);

        Assert.Equal((401, "Bearer error=\"invalid_token\", error_description=\"The token is not an access token.\""), (response.Status, response.Challenge));
    }

    [Fact]
    public async Task Request_without_a_token_gets_a_challenge_without_an_error()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256);

        var response = await api.GetAsync("/claims");

        Assert.Equal((401, "Bearer", string.Empty), (response.Status, response.Challenge, response.Body));
        Assert.Equal(200, (await api.GetAsync("/open")).Status);
    }

    [Fact]
    public async Task Token_of_an_access_account_is_accepted_if_it_is_listed()
    {
        var account = new GenAuthTenantAccessAccount { Scopes = { "book:read" } };
        await using var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { SigningAlgorithm = GenAuthTenantSigningAlgorithm.RS256, AccessAccounts = { account } });
        await using var api = await tenant.StartApiAsync(GenAuthTenantSigningAlgorithm.RS256, options => options.AccessAccounts.Add(account.Id));
        await using var strict = await tenant.StartApiAsync(GenAuthTenantSigningAlgorithm.RS256);
        var token = await GetMachineTokenAsync(tenant, account);

        Assert.Equal(200, (await api.GetAsync("/read", token)).Status);
        Assert.Contains($"\"aud={account.Id}\"", (await api.GetAsync("/claims", token)).Body, StringComparison.Ordinal);
        Assert.Equal(403, (await api.GetAsync("/write", token)).Status);
        var refused = await strict.GetAsync("/read", token);
        Assert.Equal((401, "Bearer error=\"invalid_token\", error_description=\"The access token was issued for another recipient.\""), (refused.Status, refused.Challenge));
    }

    [Theory]
    [InlineData("book:read", 200, 403)]
    [InlineData("openid book:read", 200, 403)]
    [InlineData("book:write book:read", 200, 200)]
    [InlineData("book:readonly", 403, 403)]
    [InlineData("abook:read book:rea", 403, 403)]
    [InlineData("book:*", 403, 403)]
    [InlineData("BOOK:READ", 403, 403)]
    [InlineData("", 403, 403)]
    public async Task Required_scope_is_compared_with_each_scope_of_the_token(string scope, int read, int write)
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256);
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["scope"] = scope;
        var token = TestTokens.Hmac(claims);

        Assert.Equal((read, write), ((await api.GetAsync("/read", token)).Status, (await api.GetAsync("/write", token)).Status));
    }

    [Fact]
    public async Task Missing_scope_is_reported_as_insufficient_scope()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256);

        var response = await api.GetAsync("/write", TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc")));

        Assert.Equal(
            (403, "Bearer error=\"insufficient_scope\", error_description=\"The access token lacks a scope.\", scope=\"book:read book:write\""),
            (response.Status, response.Challenge));
    }

    [Fact]
    public async Task Roles_are_read_from_the_configured_claim()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256);
        await using var other = await service.StartApiAsync(TokenSigningAlgorithm.HS256, options => options.RoleClaimType = "groups");
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["roles"] = new JsonArray("editor", "admin");
        var token = TestTokens.Hmac(claims);

        var denied = await other.GetAsync("/admin", token);

        Assert.Equal(200, (await api.GetAsync("/admin", token)).Status);
        Assert.Equal((403, string.Empty), (denied.Status, denied.Challenge));
    }

    [Fact]
    public async Task Events_of_the_bearer_handler_are_called()
    {
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256, also: services => services.Configure<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options =>
            {
                options.Challenge = "Bearer realm=\"books\"";
                options.Events = new JwtBearerEvents
                {
                    OnTokenValidated = context =>
                    {
                        Assert.Equal(TestTokens.Now.AddHours(1), context.Properties.ExpiresUtc);
                        context.Principal!.AddIdentity(new ClaimsIdentity([new("added", "yes")]));
                        return Task.CompletedTask;
                    },
                };
            }));
        var token = TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc"));

        Assert.Contains("\"added=yes\"", (await api.GetAsync("/claims", token)).Body, StringComparison.Ordinal);
        Assert.Equal("Bearer realm=\"books\", error=\"invalid_token\", error_description=\"The access token is not a JSON Web Token.\"", (await api.GetAsync("/claims", "opaque")).Challenge);
    }

    [Fact]
    public async Task Two_applications_do_not_accept_each_others_tokens()
    {
        await using var first = await StubService.StartAsync();
        await using var second = await StubService.StartAsync();
        await using var api = await ApiApp.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(TestTokens.Now));
                services.AddAuthentication()
                    .AddGenAuthApi("first", options => (options.AppHost, options.AppId, options.AppSecret) = (first.Host, "app-1", TestTokens.Secret))
                    .AddGenAuthApi("second", options => (options.AppHost, options.AppId, options.AppSecret) = (second.Host, "app-2", new string('s', 32)));
            },
            app =>
            {
                app.MapGet("/first", () => "first").RequireAuthorization(policy => policy.AddAuthenticationSchemes("first").RequireAuthenticatedUser());
                app.MapGet("/second", () => "second").RequireAuthorization(policy => policy.AddAuthenticationSchemes("second").RequireAuthenticatedUser());
            });
        var claims = TestTokens.AccessClaims(first.Host + "/oidc");
        claims["aud"] = "app-1";
        var token = TestTokens.Hmac(claims);

        Assert.Equal((200, 401), ((await api.GetAsync("/first", token)).Status, (await api.GetAsync("/second", token)).Status));
    }

    [Theory]
    [InlineData(59, 200)]
    [InlineData(60, 401)]
    public async Task Expired_token_is_accepted_within_the_clock_skew_only(int secondsAfterEnd, int status)
    {
        var clock = new FakeTimeProvider(TestTokens.Now);
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256, clock: clock);
        clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(secondsAfterEnd));

        Assert.Equal(status, (await api.GetAsync("/claims", TestTokens.Hmac(TestTokens.AccessClaims(service.Host + "/oidc")))).Status);
    }

    private static async Task<GenAuthTenant> StartTenantAsync(GenAuthTenantSigningAlgorithm algorithm)
    {
        var tenant = await GenAuthTenant.StartAsync(new GenAuthTenantOptions { SigningAlgorithm = algorithm });
        tenant.AddUser(Ada);
        return tenant;
    }

    private static async Task<string> GetMachineTokenAsync(GenAuthTenant tenant, GenAuthTenantAccessAccount account)
    {
        var client = new OpenIdConnectClient(new OpenIdConnectClientOptions { AppHost = tenant.AppHost, AppId = tenant.AppId, AppSecret = tenant.AppSecret });
        return (await client.GetClientCredentialsTokenAsync("book:read", new AccessKey(account.Id, account.Secret))).AccessToken;
    }
}
