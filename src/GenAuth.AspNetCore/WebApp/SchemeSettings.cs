using GenAuth.AspNetCore.Sessions;
using GenAuth.OpenIdConnect.Validation;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>The settings of ASP.NET Core's handlers for this service. The app can change them afterwards.</summary>
internal static class SchemeSettings
{
    /// <summary>The session cookie: it has the key of the session only.</summary>
    public static void Apply(CookieAuthenticationOptions options, string scheme, IServiceProvider provider)
    {
        var isDevelopment = provider.GetRequiredService<IHostEnvironment>().IsDevelopment();

        // Browsers accept a name with this beginning only from the host itself and only by https, so that no other host can set the cookie.
        options.Cookie.Name = (isDevelopment ? string.Empty : "__Host-") + GenAuthWebAppDefaults.GetCookieScheme(scheme);
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = GetSecurePolicy(isDevelopment);
        options.SessionStore = provider.GetRequiredKeyedService<SessionTicketStore>(scheme);
        options.TimeProvider = provider.GetRequiredKeyedService<WebApplicationClients>(scheme).TimeProvider;
        options.ForwardChallenge = scheme;
        options.Events.OnRedirectToAccessDenied = static context =>
        {
            if (context.Options.AccessDeniedPath == CookieAuthenticationDefaults.AccessDeniedPath)
            {
                // The app has set no page.
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
    }

    public static void Apply(OpenIdConnectOptions options, WebApplicationClients app, IServiceProvider provider)
    {
        var securePolicy = GetSecurePolicy(provider.GetRequiredService<IHostEnvironment>().IsDevelopment());
        var origin = app.OpenIdConnect.Transport.Origin;
        options.ClientId = app.Options.AppId;
        options.SignInScheme = GenAuthWebAppDefaults.GetCookieScheme(app.Scheme);
        options.CallbackPath = app.Options.CallbackPath;
        options.SignedOutCallbackPath = app.Options.SignedOutCallbackPath;

        // The service does not call it, and a link on another site could sign users out.
        options.RemoteSignOutPath = default;

        // The addresses of the service are fixed, so that an app starts, and sends browsers to the sign-in page, also when it cannot reach the service.
        options.Configuration = new OpenIdConnectConfiguration
        {
            Issuer = app.Options.Issuer ?? origin + "/oidc",
            AuthorizationEndpoint = origin + "/oidc/auth",
            TokenEndpoint = origin + "/oidc/token",
            EndSessionEndpoint = origin + "/oidc/session/end",
        };
        options.TokenHandler = new IdTokenHandler(app.OpenIdConnect, app.Scheme);
        options.TimeProvider = app.TimeProvider;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.UsePkce = true;
        options.SaveTokens = true;
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        options.GetClaimsFromUserInfoEndpoint = false;
        options.Scope.Clear();
        foreach (var scope in ScopeList.Split(app.Options.Scope))
        {
            options.Scope.Add(scope);
        }

        options.Prompt = app.Options.Prompt;

        // The callback is a navigation by GET, for which browsers send cookies that are Lax. A form would need cookies for all sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = securePolicy;
    }

    /// <summary>Plain http is for development only.</summary>
    private static CookieSecurePolicy GetSecurePolicy(bool isDevelopment) => isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
