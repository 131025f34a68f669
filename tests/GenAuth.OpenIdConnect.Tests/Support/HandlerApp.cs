using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>A web app that signs users in with the OpenID Connect handler of ASP.NET Core, without any code of the SDK.</summary>
internal sealed class HandlerApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HandlerApp(WebApplication app) => _app = app;

    /// <summary>Shows claims and tokens of the signed-in user as JSON.</summary>
    public string Home => Address + "/";

    public string SignOut => Address + "/sign-out";

    private string Address => _app.Urls.Single();

    public static async Task<HandlerApp> StartAsync(Action<OpenIdConnectOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthorization();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie()
            .AddOpenIdConnect(options =>
            {
                // Plain HTTP on this machine.
                options.RequireHttpsMetadata = false;
                options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
                options.BackchannelHttpHandler = new SocketsHttpHandler { UseProxy = false };
                options.ResponseType = "code";
                options.SaveTokens = true;
                options.MapInboundClaims = false;
                configure(options);
            });
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        // The cast, because a method that returns a task and takes a context alone is taken for one without a result.
        app.MapGet("/", (Delegate)ShowUserAsync).RequireAuthorization();
        app.MapGet("/sign-out", () => Results.SignOut(null, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<IResult> ShowUserAsync(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync();
        var claims = new JsonArray(ticket.Principal!.Claims.Select(claim => (JsonNode)$"{claim.Type}={claim.Value}").ToArray());
        var tokens = new JsonObject(ticket.Properties!.GetTokens().Select(token => KeyValuePair.Create(token.Name, (JsonNode?)token.Value)));
        return Results.Content(new JsonObject { ["claims"] = claims, ["tokens"] = tokens }.ToJsonString(), "application/json");
    }
}
