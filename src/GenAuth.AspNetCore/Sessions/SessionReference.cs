using System.Security.Claims;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>
/// Leads from a signed-in user to the session, also where there is no request, as in a component of Blazor Server. It is in
/// <see cref="ClaimsIdentity.BootstrapContext"/>, which is not a claim, so that no page and no log shows it.
/// </summary>
/// <param name="scheme">The application's scheme.</param>
/// <param name="session">The session as it was read.</param>
/// <param name="readAt">The time at which it was read.</param>
internal sealed class SessionReference(string scheme, Session session, DateTimeOffset readAt)
{
    private volatile State _state = new(session, readAt);

    public string Scheme => scheme;

    /// <summary>The session as it was read last.</summary>
    public State Current
    {
        get => _state;
        set => _state = value;
    }

    /// <summary>The session of a user, or <see langword="null"/> if the user did not sign in to a web app of this package.</summary>
    public static SessionReference? Find(ClaimsPrincipal user) => user.Identities.Select(static identity => identity.BootstrapContext).OfType<SessionReference>().FirstOrDefault();

    public void AttachTo(ClaimsPrincipal user)
    {
        foreach (var identity in user.Identities)
        {
            identity.BootstrapContext = this;
        }
    }

    public override string ToString() => nameof(SessionReference);

    /// <param name="Session">The session.</param>
    /// <param name="ReadAt">The time at which it was read.</param>
    public sealed record State(Session Session, DateTimeOffset ReadAt);
}
