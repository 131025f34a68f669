namespace GenAuth.OpenIdConnect;

/// <summary>How a CAS sign-in uses an existing session.</summary>
public enum CasSignInMode
{
    /// <summary>Uses a session if there is one, and otherwise shows the sign-in page.</summary>
    Default,

    /// <summary>Shows the sign-in page also if there is a session (<c>renew</c>).</summary>
    Renew,

    /// <summary>Never shows the sign-in page: without a session the browser comes back without a ticket (<c>gateway</c>).</summary>
    Gateway,
}
