using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>Why a browser is at the tenant: a request of a protocol that ends with a signed-in user.</summary>
internal interface ISignInRequest
{
    /// <summary>The application's address, to which the browser returns.</summary>
    string ReturnUri { get; }

    /// <summary>What the user is likely to type, or <see langword="null"/>.</summary>
    string? LoginHint { get; }

    /// <summary>True if the user may go on with the account of the session, but has to say so.</summary>
    bool AsksForAccount { get; }

    /// <summary>True if the user has to give the password.</summary>
    /// <param name="session">The browser's session, or <see langword="null"/>.</param>
    bool RequiresPassword(Session? session);

    /// <summary>The scopes that the user has to consent to; none if it is not necessary.</summary>
    IReadOnlyList<string> GetScopesForConsent(Session session);

    /// <summary>Returns to the application with what it asked for.</summary>
    TenantResponse Complete(Session session);

    /// <summary>Returns to the application with an error.</summary>
    TenantResponse Fail(string error, string description);
}
