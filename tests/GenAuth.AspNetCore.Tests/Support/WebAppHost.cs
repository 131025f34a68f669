using System.Text.Json.Nodes;
using GenAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>A web app with the package under test, on a free port of this machine.</summary>
internal sealed class WebAppHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebAppHost(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Shows claims and tokens of the signed-in user as JSON.</summary>
    public string Me => Address + "/me";

    /// <summary>Shows the user's profile from the API.</summary>
    public string Profile => Address + "/profile";

    public string SignInPage => Address + "/account/sign-in";

    public string SignOutPage => Address + "/account/sign-out";

    public IServiceProvider Services => _app.Services;

    /// <summary>A web app for the application of a tenant, in the environment Development.</summary>
    /// <param name="tenant">The service.</param>
    /// <param name="configure">Changes the options.</param>
    /// <param name="setUp">Changes the services.</param>
    /// <param name="map">Adds endpoints.</param>
    public static Task<WebAppHost> StartAsync(
        GenAuthTenant tenant, Action<GenAuthWebAppOptions>? configure = null, Action<WebApplicationBuilder>? setUp = null, Action<WebApplication>? map = null) =>
        StartAsync(
            builder =>
            {
                builder.Services.AddGenAuthWebApp(options =>
                {
                    SetTenant(options, tenant);
                    configure?.Invoke(options);
                });
                setUp?.Invoke(builder);
            },
            map);

    /// <summary>A web app with any registrations.</summary>
    public static async Task<WebAppHost> StartAsync(Action<WebApplicationBuilder> setUp, Action<WebApplication>? map = null, string environment = "Development", string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        setUp(builder);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGet("/", () => "home");
        app.MapGet("/me", (Delegate)ShowUserAsync).RequireAuthorization();
        app.MapGet("/profile", (Delegate)ShowProfileAsync).RequireAuthorization();
        app.MapGenAuthAccount();
        map?.Invoke(app);
        await app.StartAsync();
        return new(app);
    }

    /// <summary>Sets what identifies the tenant's application.</summary>
    public static void SetTenant(GenAuthWebAppOptions options, GenAuthTenant tenant)
    {
        var client = tenant.CreateOptions();
        (options.AppHost, options.AppId, options.AppSecret) = (tenant.AppHost, tenant.AppId, tenant.AppSecret);
        (options.TokenEndpointAuthMethod, options.Edition) = (client.TokenEndpointAuthMethod, client.Edition);
        options.Retry = new RetryOptions { MaxRetries = 0 };
    }

    /// <summary>Signs Ada in with a browser, and returns the page <see cref="Me"/>.</summary>
    public async Task<BrowserPage> SignInAsync(Browser browser) => await browser.SignInAsync(await browser.OpenAsync(Me), "ada", Tenants.Password);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    /// <summary>The claims of a user as texts, and the tokens of the session.</summary>
    public static async Task<IResult> ShowUserAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync();
        var claims = new JsonArray(context.User.Claims.Select(claim => (JsonNode)$"{claim.Type}={claim.Value}").ToArray());
        var tokens = new JsonObject(ticket.Properties!.GetTokens().Select(token => KeyValuePair.Create(token.Name, (JsonNode?)token.Value)));
        return Results.Content(new JsonObject { ["name"] = context.User.Identity!.Name, ["claims"] = claims, ["tokens"] = tokens }.ToJsonString(), "application/json");
    }

    private static async Task<IResult> ShowProfileAsync(HttpContext context)
    {
        var client = await context.GetGenAuthClientAsync(context.RequestAborted);
        return Results.Text((await client.GetProfileAsync(cancellationToken: context.RequestAborted)).Data!.Email);
    }
}
