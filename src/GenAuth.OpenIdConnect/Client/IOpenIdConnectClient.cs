namespace GenAuth.OpenIdConnect;

/// <summary>
/// Signs users in and programs on, and validates their tokens. All failures of the service derive from <see cref="GenAuthException"/>.
/// Safe to share between threads and users.
/// </summary>
public interface IOpenIdConnectClient
{
    /// <summary>
    /// Starts a sign-in. Send the browser to <see cref="AuthorizationRequest.Uri"/>, and keep the whole object for the browser until
    /// the callback. Sends nothing.
    /// </summary>
    /// <param name="options">What the sign-in asks for.</param>
    /// <exception cref="ArgumentException">A value is missing or invalid; the message names it and the remedy.</exception>
    AuthorizationRequest CreateAuthorizationRequest(AuthorizationRequestOptions options);

    /// <summary>
    /// Completes a sign-in: checks that the callback belongs to it, exchanges the code, and validates the ID token. The code is sent
    /// once, also if the exchange fails.
    /// </summary>
    /// <param name="request">The sign-in as it was kept for this browser. Forget it before this call, so that it is used once.</param>
    /// <param name="callback">The callback of the browser.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthCallbackException">The callback does not belong to the sign-in.</exception>
    /// <exception cref="GenAuthOAuthException">The callback or the token endpoint states an error.</exception>
    /// <exception cref="GenAuthTokenException">The ID token is missing or refused.</exception>
    /// <exception cref="InvalidOperationException">The client has no secret, but needs one.</exception>
    Task<SignInResult> CompleteSignInAsync(AuthorizationRequest request, AuthorizationCallback callback, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets new tokens. The request is sent once: if it fails without a response, the service may have replaced the refresh token. Do
    /// not use one refresh token in two calls at the same time.
    /// </summary>
    /// <param name="refreshToken">The refresh token of the sign-in or of the last refresh.</param>
    /// <param name="expectedSubject">The user of the sign-in; an ID token about another user is refused. <see langword="null"/> does not check it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthOAuthException">The service refuses the refresh token (<c>invalid_grant</c>), or states another error.</exception>
    /// <exception cref="GenAuthTokenException">The new ID token is refused.</exception>
    Task<SignInResult> RefreshAsync(string refreshToken, string? expectedSubject = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a token for a program, without a user. Scopes that are not granted are no error: see
    /// <see cref="TokenResponse.RejectedScope"/>.
    /// </summary>
    /// <param name="scope">The scopes, separated by blanks, for example <c>book:read book:1:write</c>.</param>
    /// <param name="account">ID and secret of a programmatic access account; <see langword="null"/> for the application itself.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthOAuthException">The service states an error.</exception>
    Task<TokenResponse> GetClientCredentialsTokenAsync(string scope, AccessKey? account = null, CancellationToken cancellationToken = default);

    /// <summary>Asks the service whether an access or refresh token is valid now. An ID token cannot be introspected.</summary>
    /// <param name="token">The token.</param>
    /// <param name="kind">The kind of the token, or <see langword="null"/>.</param>
    /// <param name="strict">Whether a token of a disabled, deleted, archived or departed user is not active. Only in the Authing edition.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="strict"/> is set in the GenAuth edition, which would ignore it.</exception>
    Task<TokenIntrospection> IntrospectTokenAsync(string token, TokenKind? kind = null, bool strict = false, CancellationToken cancellationToken = default);

    /// <summary>Ends the validity of a token. Returns only if the service has confirmed it; a token that it does not know counts as revoked.</summary>
    /// <param name="token">The token; prefer the refresh token.</param>
    /// <param name="kind">The kind of the token, or <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthException">The token may still be valid.</exception>
    Task RevokeTokenAsync(string token, TokenKind? kind = null, CancellationToken cancellationToken = default);

    /// <summary>Gets what the service knows about the user of an access token.</summary>
    /// <param name="accessToken">The access token.</param>
    /// <param name="expectedSubject">
    /// <see cref="ClaimSet.Subject"/> of the ID token; information about another user is refused. Pass <see langword="null"/> only if
    /// there is no ID token.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthTokenException">The information is about another user.</exception>
    Task<UserInfo> GetUserInfoAsync(string accessToken, string? expectedSubject, CancellationToken cancellationToken = default);

    /// <summary>Validates an ID token: signature, issuer, audience, lifetime, and what it is expected to belong to.</summary>
    /// <param name="idToken">The token.</param>
    /// <param name="expectedNonce">The nonce of the authorization request; <see langword="null"/> does not check it.</param>
    /// <param name="accessToken">The access token beside it, for <c>at_hash</c>; <see langword="null"/> does not check it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthTokenException">The token is refused; <see cref="GenAuthTokenException.Problem"/> states the reason.</exception>
    Task<ValidatedToken> ValidateIdTokenAsync(string idToken, string? expectedNonce = null, string? accessToken = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Validates an access token that is a JSON Web Token: signature, issuer, audience and lifetime. Whether it was revoked only
    /// <see cref="IntrospectTokenAsync"/> tells.
    /// </summary>
    /// <param name="accessToken">The token.</param>
    /// <param name="audience">The expected recipient; <see langword="null"/> for the application. Machine-to-machine tokens have the ID of the access account.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthTokenException">The token is refused; <see cref="GenAuthTokenException.Problem"/> states the reason.</exception>
    Task<ValidatedToken> ValidateAccessTokenAsync(string accessToken, string? audience = null, CancellationToken cancellationToken = default);

    /// <summary>The address at which the browser signs out of the service. Only the browser can: the session is its cookie.</summary>
    /// <param name="idToken">The user's ID token. Required for <paramref name="redirectUri"/>, except for OAuth 2.0.</param>
    /// <param name="redirectUri">Where the service sends the browser afterwards; registered for the application.</param>
    /// <param name="state">Comes back with the redirect.</param>
    /// <exception cref="ArgumentException"><paramref name="idToken"/> is missing.</exception>
    Uri CreateSignOutUri(string? idToken = null, string? redirectUri = null, string? state = null);

    /// <summary>The address at which a browser signs in with CAS. It comes back to <paramref name="service"/> with a ticket.</summary>
    /// <param name="service">The address of the callback, registered as a sign-in callback URL.</param>
    /// <param name="mode">How an existing session is used.</param>
    /// <exception cref="ArgumentException"><paramref name="service"/> is not an absolute address.</exception>
    Uri CreateCasSignInUri(string service, CasSignInMode mode = CasSignInMode.Default);

    /// <summary>The address at which a browser ends its CAS session.</summary>
    /// <param name="service">Where the browser is sent afterwards, or <see langword="null"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="service"/> is not an absolute address.</exception>
    Uri CreateCasSignOutUri(string? service = null);

    /// <summary>Validates the ticket of a CAS callback. The service accepts it once, and the request is sent once.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="service">The address of the callback, as for <see cref="CreateCasSignInUri"/>.</param>
    /// <param name="format">The form of the response.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="GenAuthCasException">The service refuses the ticket.</exception>
    Task<CasUser> ValidateCasTicketAsync(string ticket, string service, CasResponseFormat format = CasResponseFormat.Json, CancellationToken cancellationToken = default);

    /// <summary>The address at which a browser starts a SAML 2.0 sign-in. The client does not read SAML responses: the service sends them to the application's consumer address.</summary>
    Uri CreateSamlSignInUri();

    /// <summary>Encrypts a password for a sign-in or sign-up, whose <c>options.passwordEncryptType</c> has to be the cipher's.</summary>
    /// <param name="password">The password.</param>
    /// <param name="cipher">The cipher, or <see langword="null"/> for <see cref="RsaPasswordCipher"/>.</param>
    /// <param name="refreshKey">Loads the service's key again, which is cached for an hour: set it after apiCode 2016.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotSupportedException">The service publishes no key for the cipher.</exception>
    Task<string> EncryptPasswordAsync(string password, IPasswordCipher? cipher = null, bool refreshKey = false, CancellationToken cancellationToken = default);
}
