using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>One visit of a browser at the pages for sign-in and consent.</summary>
/// <param name="Key">The part of the address.</param>
/// <param name="Secret">The value of the cookie that binds the visit to its browser.</param>
/// <param name="Request">Why the browser is here.</param>
internal sealed record Interaction(string Key, string Secret, ISignInRequest Request)
{
    public const string PathPrefix = "/interaction/oidc/";

    public string Path => PathPrefix + Key;

    /// <summary>The session that the user has chosen in this visit, or <see langword="null"/>.</summary>
    public Session? Session { get; init; }

    public bool HasConsented { get; init; }
}
