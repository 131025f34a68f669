using GenAuth.AspNetCore.Telemetry;
using GenAuth.AspNetCore.WebApp;
using GenAuth.OpenIdConnect;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.Account;

/// <summary>Sign-in and sign-out of one application.</summary>
/// <param name="scheme">The application's scheme.</param>
internal sealed class AccountEndpoints(string scheme)
{
    private const string ReturnUrl = "returnUrl";

    private static readonly TimeSpan RevocationTimeout = TimeSpan.FromSeconds(5);

    private readonly string _cookieScheme = GenAuthWebAppDefaults.GetCookieScheme(scheme);

    public Task SignInAsync(HttpContext context) =>
        context.ChallengeAsync(scheme, new GenAuthChallengeProperties { RedirectUri = GetReturnUrl(context, context.Request.Query[ReturnUrl]) });

    /// <summary>Shows the button, because a link alone must not sign a user out.</summary>
    public Task ShowSignOutAsync(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var action = context.Request.PathBase.Add(context.Request.Path);
        return context.Response.WriteAsync(SignOutPage.Create(action, tokens.FormFieldName, tokens.RequestToken!, GetReturnUrl(context, context.Request.Query[ReturnUrl])));
    }

    public async Task SignOutAsync(HttpContext context)
    {
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("The form has no valid antiforgery token. Load the page again, and repeat the sign-out.").ConfigureAwait(false);
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        var returnUrl = GetReturnUrl(context, form[ReturnUrl]);
        var session = await context.AuthenticateAsync(_cookieScheme).ConfigureAwait(false);
        await RevokeAsync(context, session.Properties).ConfigureAwait(false);
        await context.SignOutAsync(_cookieScheme).ConfigureAwait(false);
        if (session.Succeeded)
        {
            WebAppLog.SignedOut(GetLogger(context), scheme);
        }

        if (session.Succeeded && form["local"] != "true")
        {
            await context.SignOutAsync(scheme, new AuthenticationProperties { RedirectUri = returnUrl }).ConfigureAwait(false);
        }
        else
        {
            context.Response.Redirect(returnUrl);
        }
    }

    private async Task RevokeAsync(HttpContext context, AuthenticationProperties? session)
    {
        var app = context.RequestServices.GetRequiredKeyedService<WebApplicationClients>(scheme);
        if (!app.Options.RevokeTokensOnSignOut || session?.GetTokenValue(OpenIdConnectParameterNames.RefreshToken) is not { } token)
        {
            return;
        }

        using var limit = new CancellationTokenSource(RevocationTimeout, app.TimeProvider);
        try
        {
            await app.OpenIdConnect.RevokeTokenAsync(token, TokenKind.RefreshToken, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is GenAuthException or OperationCanceledException)
        {
            // The user has to be able to sign out while the service cannot be reached.
            WebAppLog.NotRevoked(GetLogger(context), scheme, exception.GetType().Name);
        }
    }

    private string GetReturnUrl(HttpContext context, string? url)
    {
        if (!string.IsNullOrEmpty(url) && !LocalUrl.IsLocal(url))
        {
            WebAppLog.ReturnUrlRefused(GetLogger(context), scheme);
        }

        return LocalUrl.GetLocalOrRoot(url, context.Request.PathBase);
    }

    private static ILogger GetLogger(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(WebAppLog.Category);
}
