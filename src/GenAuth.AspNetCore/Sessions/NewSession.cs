using Microsoft.AspNetCore.Http;

namespace GenAuth.AspNetCore.Sessions;

/// <summary>
/// Marks a request in which a user signs in. The cookie handler would give the new user the key of the session that the browser has,
/// which an attacker may have put there. In such a request the store therefore has no earlier session.
/// </summary>
internal sealed class NewSession
{
    /// <summary>The key of the session that the browser had, which ends when the user has signed in.</summary>
    public string? EarlierKey { get; set; }

    public static void Begin(HttpContext context) => context.Features.Set(new NewSession());

    public static NewSession? Find(HttpContext? context) => context?.Features.Get<NewSession>();
}
