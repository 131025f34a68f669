using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>A session as it was read from the cache: the user's claims and tokens. Belongs to one request.</summary>
/// <param name="key">The random key, which the cookie has in encrypted form.</param>
/// <param name="ticket">Claims, tokens and lifetime.</param>
/// <param name="content">The form in which the ticket was stored.</param>
internal sealed class Session(string key, AuthenticationTicket ticket, byte[] content)
{
    private const string KeyItem = ".genauth.session";
    private const string RenewAtItem = ".genauth.renew_at";
    private const string ExpiresAtToken = "expires_at";

    public string Key => key;

    public AuthenticationTicket Ticket => ticket;

    public string? AccessToken => ticket.Properties.GetTokenValue(OpenIdConnectParameterNames.AccessToken);

    public string? RefreshToken => ticket.Properties.GetTokenValue(OpenIdConnectParameterNames.RefreshToken);

    public string? Subject => GetSubject(ticket);

    /// <summary>True if the access token should be renewed and can be.</summary>
    public bool IsDue(DateTimeOffset now) => RefreshToken is not null && Parse(ticket.Properties.GetString(RenewAtItem)) <= now;

    /// <summary>True if the access token cannot be used any more.</summary>
    public bool HasExpiredToken(DateTimeOffset now) => Parse(ticket.Properties.GetTokenValue(ExpiresAtToken)) <= now;

    /// <summary>True if the lifetime of the session is over.</summary>
    public bool HasEnded(DateTimeOffset now) => ticket.Properties.ExpiresUtc < now;

    /// <summary>True if the session was read with exactly the claims of a user. False after the app has changed them.</summary>
    public bool HasStored(ClaimsPrincipal user) => TicketSerializer.Default.Deserialize(content)!.Principal.Claims.Select(Describe).SequenceEqual(user.Claims.Select(Describe));

    public static string? GetSubject(AuthenticationTicket ticket) => ticket.Principal.FindFirst("sub")?.Value;

    /// <summary>True if a ticket comes from the session with this key, not from a new sign-in.</summary>
    public static bool IsFrom(AuthenticationTicket ticket, string key) => ticket.Properties.GetString(KeyItem) == key;

    /// <summary>Prepares a ticket for the cache: which session it belongs to, and when its tokens are renewed.</summary>
    /// <param name="ticket">A ticket with new tokens.</param>
    /// <param name="key">The key of the session.</param>
    /// <param name="now">The time at which the tokens were received.</param>
    /// <param name="renewBefore">How long before its end a token is renewed; at most half of its lifetime.</param>
    public static void Prepare(AuthenticationTicket ticket, string key, DateTimeOffset now, TimeSpan renewBefore)
    {
        var properties = ticket.Properties;
        properties.SetString(KeyItem, key);
        if (Parse(properties.GetTokenValue(ExpiresAtToken)) is { } end)
        {
            var half = (end - now) / 2;
            properties.SetString(RenewAtItem, Format(end - (renewBefore < half ? renewBefore : half)));
        }
        else
        {
            properties.SetString(RenewAtItem, null);
        }
    }

    /// <summary>The text of a point in time, as ASP.NET Core's handler stores the end of a token.</summary>
    public static string Format(DateTimeOffset time) => time.ToString("o", CultureInfo.InvariantCulture);

    private static (string, string, string) Describe(Claim claim) => (claim.Type, claim.Value, claim.ValueType);

    private static DateTimeOffset? Parse(string? text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
