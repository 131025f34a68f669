using System.Globalization;
using GenAuth.Models;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace WebApp.Pages;

/// <summary>Shows the user's session, and calls the API for the user.</summary>
public sealed class ProfileModel : PageModel
{
    public UserDto Profile { get; private set; } = null!;

    public string TokenEnd { get; private set; } = string.Empty;

    public string SessionEnd { get; private set; } = string.Empty;

    public bool HasRefreshToken { get; private set; }

    public async Task OnGetAsync()
    {
        var client = await HttpContext.GetGenAuthClientAsync(HttpContext.RequestAborted);
        Profile = (await client.GetProfileAsync(cancellationToken: HttpContext.RequestAborted)).Data!;

        var session = (await HttpContext.AuthenticateAsync()).Properties!;
        TokenEnd = Format(DateTimeOffset.Parse(session.GetTokenValue("expires_at")!, CultureInfo.InvariantCulture));
        SessionEnd = Format(session.ExpiresUtc!.Value);
        HasRefreshToken = session.GetTokenValue("refresh_token") is not null;
    }

    private static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
