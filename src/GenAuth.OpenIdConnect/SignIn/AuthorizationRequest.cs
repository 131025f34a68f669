namespace GenAuth.OpenIdConnect;

/// <summary>
/// A started sign-in: where to send the browser, and what the callback is checked with. Keep it for the browser that starts the
/// sign-in, for example in an encrypted cookie, and pass it to <see cref="IOpenIdConnectClient.CompleteSignInAsync"/> once. It can be
/// serialized with System.Text.Json and Newtonsoft.Json. Everything in it but the address is secret.
/// </summary>
public sealed class AuthorizationRequest
{
    /// <summary>Restores a sign-in from its parts. <see cref="IOpenIdConnectClient.CreateAuthorizationRequest"/> starts one.</summary>
    /// <param name="uri">See <see cref="Uri"/>.</param>
    /// <param name="clientId">See <see cref="ClientId"/>.</param>
    /// <param name="redirectUri">See <see cref="RedirectUri"/>.</param>
    /// <param name="state">See <see cref="State"/>.</param>
    /// <param name="nonce">See <see cref="Nonce"/>.</param>
    /// <param name="codeVerifier">See <see cref="CodeVerifier"/>.</param>
    /// <param name="maxAge">See <see cref="MaxAge"/>.</param>
    /// <exception cref="ArgumentNullException">A required part is <see langword="null"/>.</exception>
    public AuthorizationRequest(Uri uri, string clientId, string redirectUri, string state, string? nonce, string codeVerifier, TimeSpan? maxAge)
    {
        Throw.IfNull(uri, nameof(uri));
        Throw.IfNull(clientId, nameof(clientId));
        Throw.IfNull(redirectUri, nameof(redirectUri));
        Throw.IfNull(state, nameof(state));
        Throw.IfNull(codeVerifier, nameof(codeVerifier));
        (Uri, ClientId, RedirectUri, State, Nonce, CodeVerifier, MaxAge) = (uri, clientId, redirectUri, state, nonce, codeVerifier, maxAge);
    }

    /// <summary>The address to send the browser to.</summary>
    public Uri Uri { get; }

    /// <summary>The application that started the sign-in.</summary>
    public string ClientId { get; }

    /// <summary>The address of the callback.</summary>
    public string RedirectUri { get; }

    /// <summary>Comes back in the callback, and proves that the callback belongs to this sign-in.</summary>
    public string State { get; }

    /// <summary>Comes back in the ID token, and proves that the token belongs to this sign-in. <see langword="null"/> for OAuth 2.0.</summary>
    public string? Nonce { get; }

    /// <summary>Proves to the token endpoint that the code is exchanged by the program that started the sign-in (RFC 7636).</summary>
    public string CodeVerifier { get; }

    /// <summary>How long ago the user may have signed in, or <see langword="null"/>.</summary>
    public TimeSpan? MaxAge { get; }

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(AuthorizationRequest);
}
