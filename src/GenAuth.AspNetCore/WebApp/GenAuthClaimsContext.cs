using System.Security.Claims;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore;

/// <summary>The claims of a user who has just signed in, or whose tokens were renewed.</summary>
public sealed class GenAuthClaimsContext
{
    internal GenAuthClaimsContext(ClaimsIdentity identity, ClaimSet idToken, bool isRenewal, IServiceProvider services, CancellationToken cancellationToken) =>
        (Identity, IdToken, IsRenewal, Services, CancellationToken) = (identity, idToken, isRenewal, services, cancellationToken);

    /// <summary>The user's claims. Add to them or remove from them.</summary>
    public ClaimsIdentity Identity { get; }

    /// <summary>The validated claims of the ID token, with those that <see cref="Identity"/> has not.</summary>
    public ClaimSet IdToken { get; }

    /// <summary>True after a renewal, false after a sign-in.</summary>
    public bool IsRenewal { get; }

    /// <summary>The services of a scope that ends with the call.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Cancels the sign-in or the renewal.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The type's name only: claims are personal data.</summary>
    public override string ToString() => nameof(GenAuthClaimsContext);
}
