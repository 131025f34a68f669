using GenAuth.AspNetCore;
using GenAuth.AspNetCore.Account;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

// The framework's own namespace, so that the method is found wherever endpoints are mapped.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of an account: sign-in and sign-out.</summary>
public static class GenAuthAccountEndpointExtensions
{
    /// <summary>Maps the sign-in and the sign-out of an application.</summary>
    /// <remarks>
    /// <list type="bullet">
    /// <item><description><c>GET {prefix}/sign-in?returnUrl=/page</c> sends the browser to the sign-in page of the service, and afterwards to the page.</description></item>
    /// <item><description><c>GET {prefix}/sign-out</c> shows a page with a button that signs out.</description></item>
    /// <item><description><c>POST {prefix}/sign-out</c> signs out of this app and of the service. The form needs an antiforgery token; its field
    /// <c>returnUrl</c> is the page that follows, and <c>local=true</c> keeps the session at the service, in which other apps may share.</description></item>
    /// </list>
    /// A return address that does not lead to this app is replaced by its root.
    /// </remarks>
    /// <param name="endpoints">The routes of the app.</param>
    /// <param name="prefix">The path before the endpoints. Default: <c>/account</c>.</param>
    /// <param name="scheme">The application's scheme: its name, or by default <see cref="GenAuthWebAppDefaults.AuthenticationScheme"/>.</param>
    /// <returns>The builder of the endpoints.</returns>
    public static RouteGroupBuilder MapGenAuthAccount(this IEndpointRouteBuilder endpoints, string prefix = "/account", string scheme = GenAuthWebAppDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        var account = new AccountEndpoints(scheme);
        var group = endpoints.MapGroup(prefix);
        group.MapGet("/sign-in", account.SignInAsync).AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/sign-out", account.ShowSignOutAsync).AllowAnonymous().ExcludeFromDescription();
        group.MapPost("/sign-out", account.SignOutAsync).AllowAnonymous().ExcludeFromDescription();
        return group;
    }
}
