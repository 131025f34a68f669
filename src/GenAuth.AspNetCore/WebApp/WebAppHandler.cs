using System.Globalization;
using System.Text.Encodings.Web;
using GenAuth.AspNetCore.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.WebApp;

/// <summary>
/// ASP.NET Core's handler, which exchanges codes with the client of the SDK: by the application's authentication method, within the
/// client's limits, with its telemetry and its exceptions.
/// </summary>
internal sealed class WebAppHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder html, UrlEncoder url, IServiceProvider services, IHostEnvironment environment)
    : OpenIdConnectHandler(options, logger, html, url)
{
    private WebApplicationClients App => services.GetRequiredKeyedService<WebApplicationClients>(Scheme.Name);

    public override async Task<bool> HandleRequestAsync()
    {
        if (await ShouldHandleRequestAsync().ConfigureAwait(false))
        {
            // The user who signs in gets a session of his own, whatever session the browser has.
            NewSession.Begin(Context);
        }

        return await base.HandleRequestAsync().ConfigureAwait(false);
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsScript(Request))
        {
            // A script cannot follow a redirect to another origin.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (!Request.IsHttps && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                "A sign-in was started by plain http. Open the app with https. Behind a proxy that ends TLS, call UseForwardedHeaders (or set ASPNETCORE_FORWARDEDHEADERS_ENABLED), so that the app knows its own address.");
        }

        await base.HandleChallengeAsync(properties).ConfigureAwait(false);
    }

    protected override async Task<OpenIdConnectMessage> RedeemAuthorizationCodeAsync(OpenIdConnectMessage tokenEndpointRequest)
    {
        var tokens = await App.OpenIdConnect.ExchangeCodeAsync(
            tokenEndpointRequest.Code, tokenEndpointRequest.RedirectUri, tokenEndpointRequest.GetParameter("code_verifier"), Context.RequestAborted).ConfigureAwait(false);
        return new OpenIdConnectMessage
        {
            AccessToken = tokens.AccessToken,
            IdToken = tokens.IdToken,
            RefreshToken = tokens.RefreshToken,
            TokenType = tokens.TokenType,
            Scope = tokens.Scope,
            ExpiresIn = tokens.ExpiresAt is { } end ? Math.Round((end - TimeProvider.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>True for requests of <c>fetch</c> and <c>XMLHttpRequest</c> that do not ask for a page.</summary>
    private static bool IsScript(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Mode"].ToString() is not ("" or "navigate") || request.Headers.XRequestedWith == "XMLHttpRequest")
        && !request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
