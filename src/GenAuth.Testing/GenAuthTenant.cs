using System.Net;
using System.Security.Cryptography;
using GenAuth.Models;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Server;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing;

/// <summary>
/// A GenAuth tenant inside this process, for tests and demonstrations: it serves the Alipay sign-in and the users of the pool
/// on a free port of 127.0.0.1, and is a provider of OpenID Connect, OAuth 2.0 and CAS with a page for sign-ins. It creates and verifies
/// real signatures, and fails on demand. Safe for use by several threads.
/// </summary>
/// <remarks>
/// It responds as the service does: HTTP 200 with an envelope, whose <c>statusCode</c> states the result. An unknown resource is 404,
/// a malformed request 400, a wrong credential 401, an invalid Alipay code 602. An operation or a parameter that the tenant does not
/// implement is HTTP 501 and a <see cref="GenAuthNotImplementedException"/>, so that tests can distinguish it from errors of the
/// service. Any other address is HTTP 404 without an envelope.
/// </remarks>
/// <example>
/// <code>
/// await using var tenant = await GenAuthTenant.StartAsync();
/// var client = tenant.CreateClient();
/// var login = await client.SignInByAlipayAsync(tenant.AlipayConnection, tenant.IssueAlipayCode());
/// </code>
/// </example>
public sealed class GenAuthTenant : IAsyncDisposable
{
    // No proxy, because a proxy could not reach this tenant. Never disposed: after the tenant is disposed, its clients must fail with
    // a connection error.
    private static readonly HttpClient Direct =
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly TenantSettings _settings;
    private readonly TenantService _service;
    private LoopbackServer? _server;

    private GenAuthTenant(TenantSettings settings)
    {
        _settings = settings;
        _service = new TenantService(settings, () => AppHost);
    }

    /// <summary>The tenant's address, for <see cref="AuthenticationClientOptions.AppHost"/>: <c>http://127.0.0.1</c> and a port.</summary>
    public string AppHost { get; private set; } = string.Empty;

    /// <summary>The ID of the tenant's application.</summary>
    public string AppId => _settings.AppId;

    /// <summary>The secret of the tenant's application.</summary>
    public string AppSecret => _settings.AppSecret;

    /// <summary>The unique identifier of the tenant's Alipay (Mobile) connection.</summary>
    public string AlipayConnection => _settings.AlipayConnection;

    /// <summary>The ID of the tenant's access key for management calls.</summary>
    public string AccessKeyId => _settings.AccessKeyId;

    /// <summary>The secret of the tenant's access key; <see cref="RotateAccessKey"/> replaces it.</summary>
    public string AccessKeySecret => _service.AccessKey.Secret;

    /// <summary>
    /// A copy of the received requests, in order of arrival, since the start or the last <see cref="Reset"/>. Includes requests that
    /// failed on demand.
    /// </summary>
    public IReadOnlyList<GenAuthTenantRequest> Requests => _service.Requests;

    /// <summary>Starts a tenant.</summary>
    /// <param name="options">The settings; copied. <see langword="null"/> uses the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running tenant.</returns>
    /// <exception cref="ArgumentException">A setting is invalid; the message names it and the remedy.</exception>
    public static async Task<GenAuthTenant> StartAsync(GenAuthTenantOptions? options = null, CancellationToken cancellationToken = default)
    {
        var tenant = new GenAuthTenant(TenantSettings.From(options ?? new GenAuthTenantOptions()));
        var server = await LoopbackServer.StartAsync(tenant._service, cancellationToken).ConfigureAwait(false);
        tenant.AppHost = server.Address;
        tenant._server = server;
        return tenant;
    }

    /// <summary>
    /// Creates options of a client for this tenant: address, application, secret and authentication method. Retries are off, so that a
    /// test sees each requested failure. The options can be changed.
    /// </summary>
    /// <returns>New options. The secret is <see langword="null"/> if the application uses <see cref="TokenEndpointAuthMethod.None"/>.</returns>
    public AuthenticationClientOptions CreateOptions() => new()
    {
        AppHost = AppHost,
        AppId = AppId,
        AppSecret = _settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.None ? null : AppSecret,
        TokenEndpointAuthMethod = _settings.TokenEndpointAuthMethod,
        Edition = _settings.Edition,
        Retry = { MaxRetries = 0 },
    };

    /// <summary>Creates a client for this tenant. It ignores the machine's proxy settings. There is nothing to dispose.</summary>
    /// <param name="configure">Changes the options of <see cref="CreateOptions"/>, for example to a wrong secret; may be <see langword="null"/>.</param>
    /// <returns>A new client. After the tenant is disposed, its calls throw a <see cref="GenAuthConnectionException"/>.</returns>
    /// <exception cref="ArgumentException">The changed options are invalid; the message names the setting and the remedy.</exception>
    public AuthenticationClient CreateClient(Action<AuthenticationClientOptions>? configure = null)
    {
        var options = CreateOptions();
        configure?.Invoke(options);
        return new AuthenticationClient(options, Direct);
    }

    /// <summary>Creates options of a management client for this tenant: address and access key. Retries are off. The options can be changed.</summary>
    /// <returns>New options.</returns>
    public ManagementClientOptions CreateManagementOptions() => new()
    {
        Host = AppHost,
        AccessKeyId = AccessKeyId,
        AccessKeySecret = AccessKeySecret,
        Edition = _settings.Edition,
        Retry = { MaxRetries = 0 },
    };

    /// <summary>Creates a management client for this tenant. It ignores the machine's proxy settings. There is nothing to dispose.</summary>
    /// <param name="configure">Changes the options of <see cref="CreateManagementOptions"/>; may be <see langword="null"/>.</param>
    /// <returns>A new client. After the tenant is disposed, its calls throw a <see cref="GenAuthConnectionException"/>.</returns>
    /// <exception cref="ArgumentException">The changed options are invalid; the message names the setting and the remedy.</exception>
    public ManagementClient CreateManagementClient(Action<ManagementClientOptions>? configure = null)
    {
        var options = CreateManagementOptions();
        configure?.Invoke(options);
        return new ManagementClient(options, Direct);
    }

    /// <summary>
    /// Adds a user to the pool, for <c>list-users</c> (pages of at most 50, with keywords), <c>get-user</c> (by user ID,
    /// external ID, e-mail address, phone number or user name), <c>update-user</c> and <c>list-department-members</c> (by <c>departmentIds</c>).
    /// As in the service, custom data, identities, departments and posts are returned only on request. <c>get-admin-audit-logs</c> lists
    /// the updates.
    /// </summary>
    /// <param name="user">The user. It is not copied, so do not change it afterwards.</param>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is <see langword="null"/>.</exception>
    /// <param name="password">The password for sign-ins in the browser; <see langword="null"/> for none.</param>
    /// <param name="roles">The codes of the user's roles, for the claims <c>roles</c> and <c>role</c>; <see langword="null"/> for none.</param>
    public void AddUser(UserDto user, string? password = null, IEnumerable<string>? roles = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        _service.Store.Users.Add(new(user, password, [.. roles ?? []]));
    }

    /// <summary>Allows a user to perform an action on a data resource, for <c>check-permission</c>. Everything that is not granted is denied.</summary>
    /// <param name="user">A user of <see cref="AddUser"/>.</param>
    /// <param name="permissionSpace">The code of the permission space.</param>
    /// <param name="resource">The code of the resource, or code and path of a node of a tree resource; 1 to 50 characters.</param>
    /// <param name="action">The action, for example <c>read</c>.</param>
    /// <exception cref="ArgumentNullException">A value is <see langword="null"/>.</exception>
    public void GrantPermission(UserDto user, string permissionSpace, string resource, string action) =>
        _service.Store.Permissions.Add(CreatePermission(user, permissionSpace, resource, action));

    /// <summary>Withdraws what <see cref="GrantPermission"/> has granted. Without an effect if it was not granted.</summary>
    /// <param name="user">The user.</param>
    /// <param name="permissionSpace">The code of the permission space.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="action">The action.</param>
    /// <exception cref="ArgumentNullException">A value is <see langword="null"/>.</exception>
    public void RevokePermission(UserDto user, string permissionSpace, string resource, string action) =>
        _service.Store.Permissions.Remove(CreatePermission(user, permissionSpace, resource, action));

    /// <summary>
    /// Replaces the secret of the access key: signatures and token exchanges with the old one fail from now on. Issued management tokens
    /// stay valid.
    /// </summary>
    /// <returns>The new secret, 32 characters; <see cref="AccessKeySecret"/> returns it from now on.</returns>
    public string RotateAccessKey() => _service.AccessKey.Rotate();

    /// <summary>The public key for the signature of Alipay parameter strings; see <see cref="AlipayAuthInfo.VerifySignature"/>.</summary>
    /// <returns>A new object, which the caller must dispose.</returns>
    /// <exception cref="ObjectDisposedException">The tenant is disposed.</exception>
    public RSA CreateAlipayPublicKey() => _service.AlipayKey.CreatePublicKey();

    /// <summary>
    /// The public key for the signature of management tokens, and of access and ID tokens if the application uses
    /// <see cref="GenAuthTenantSigningAlgorithm.RS256"/>.
    /// </summary>
    /// <returns>A new object, which the caller must dispose.</returns>
    /// <exception cref="ObjectDisposedException">The tenant is disposed.</exception>
    public RSA CreateTokenPublicKey() => _service.TokenKeys.Current.CreatePublicKey();

    /// <summary>Signs further tokens with a new key, which has a new key ID.</summary>
    /// <param name="keepOldKeys">True to publish the old keys still, so that old tokens stay valid; false to withdraw them.</param>
    public void RotateTokenKey(bool keepOldKeys = true) => _service.TokenKeys.Rotate(keepOldKeys);

    /// <summary>Signs in a user without a browser, and issues tokens for the application.</summary>
    /// <param name="user">A user of <see cref="AddUser"/>.</param>
    /// <param name="scope">The scopes, separated by blanks. With <c>offline_access</c> there is a refresh token.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="ArgumentException">The user is not in the pool, or <paramref name="scope"/> is blank.</exception>
    public Task<LoginTokenResponseDataDto> SignInAsync(UserDto user, string scope = "openid profile")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        var (scopes, now) = (RequestParameters.Split(scope), _settings.TimeProvider.GetUtcNow());
        var tokens = _service.Tokens.CreateTokens(_service.Tokens.CreateGrant(ProtocolFlavor.OpenIdConnect, GetUserId(user), scopes, now), scopes);
        return Task.FromResult(new LoginTokenResponseDataDto
        {
            Scope = (string?)tokens["scope"],
            AccessToken = (string?)tokens["access_token"],
            IdToken = (string?)tokens["id_token"],
            RefreshToken = (string?)tokens["refresh_token"],
            TokenType = "Bearer",
            ExpireIn = _settings.AccessTokenLifetimeSeconds,
        });
    }

    /// <summary>
    /// Does what a browser does at the tenant in which a user has just signed in: it opens the address to which an application sent it,
    /// and gives the consent if it is necessary.
    /// </summary>
    /// <param name="authorizationUri">The address, for example the <c>Location</c> header of the application's response.</param>
    /// <param name="user">A user of <see cref="AddUser"/>.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The request with which the browser returns to the application: GET, or POST for the response mode <c>form_post</c>. The caller must dispose it.</returns>
    /// <exception cref="ArgumentException">The address is not one of this tenant, or the user is not in the pool.</exception>
    /// <exception cref="InvalidOperationException">The tenant refuses the request with an error page, or demands a password (<c>prompt=login</c>). The message says why.</exception>
    public Task<HttpRequestMessage> SignInAsync(Uri authorizationUri, UserDto user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(authorizationUri);
        if (!authorizationUri.IsAbsoluteUri || authorizationUri.GetLeftPart(UriPartial.Authority) != AppHost)
        {
            throw new ArgumentException($"The address is not one of this tenant. It must begin with {AppHost}.", nameof(authorizationUri));
        }

        return new HeadlessBrowser(Direct, _service.Provider.SignIn(GetUserId(user))).SignInAsync(authorizationUri, cancellationToken);
    }

    /// <summary>Creates a code as the Alipay app returns it (<c>auth_code</c>). It signs in one user, once.</summary>
    /// <param name="userId">The user's ID, which becomes the <c>sub</c> of the tokens; <see langword="null"/> creates a new one.</param>
    /// <returns>The code, 32 characters.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> is empty or blank.</exception>
    public string IssueAlipayCode(string? userId = null)
    {
        if (userId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        }

        return _service.Codes.Issue(userId ?? Secrets.CreateHex(24));
    }

    /// <summary>Responds to the next request with an error. Each call affects one more request, in the order of the calls.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="statusCode">The envelope's <c>statusCode</c>; not 200.</param>
    /// <param name="apiCode">The envelope's <c>apiCode</c>, or <see langword="null"/> for none.</param>
    /// <param name="message">The envelope's <c>message</c>; <see langword="null"/> uses the description of the code in the API document.</param>
    /// <param name="data">The envelope's <c>data</c>, or <see langword="null"/> for none; see <see cref="GenAuthTenantFailure.Data"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is 200, which means success.</exception>
    public void FailNext(int statusCode, ApiCode? apiCode = null, string? message = null, object? data = null) =>
        FailNext(new GenAuthTenantFailure(statusCode) { ApiCode = apiCode, Message = message, Data = data });

    /// <summary>Responds to the next request with an <c>apiCode</c> and the matching <c>statusCode</c>, for example 401 for 2020, or 303 for 1636.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="apiCode">The envelope's <c>apiCode</c>.</param>
    public void FailNext(ApiCode apiCode) => FailNext(ApiCodeStatus.GetStatusCode(apiCode), apiCode);

    /// <summary>Responds to the next request, or to the next one to the path of the failure, with an error.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="failure">The error; copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The HTTP status does not allow a body, or <c>RetryAfter</c> is negative.</exception>
    public void FailNext(GenAuthTenantFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if ((int)failure.HttpStatusCode is < 200 or > 599 || failure.HttpStatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
        {
            throw new ArgumentException("HttpStatusCode must be between 200 and 599, and must allow a body.", nameof(failure));
        }

        if (failure.RetryAfter < TimeSpan.Zero)
        {
            throw new ArgumentException("RetryAfter must not be negative.", nameof(failure));
        }

        var response = TenantResponse.FromFailure(failure);
        _service.Failures.Add(failure.Path, _ => response);
    }

    /// <summary>Responds to the next request to the path of the failure with an error in the form of OAuth 2.0.</summary>
    /// <remarks>The request has no other effect: a code in it stays valid.</remarks>
    /// <param name="failure">The error. Do not change it afterwards.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The HTTP status is not an error, or <c>RetryAfter</c> is negative.</exception>
    public void FailNext(GenAuthTenantOAuthFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if ((int)failure.HttpStatusCode is < 400 or > 599 || failure.RetryAfter < TimeSpan.Zero)
        {
            throw new ArgumentException("HttpStatusCode must be between 400 and 599, and RetryAfter must not be negative.", nameof(failure));
        }

        _service.Failures.Add(failure.Path, request => _service.Provider.Fail(request, failure));
    }

    /// <summary>Removes the recorded requests, the pending failures, the unused codes, the users, the audit logs, and all sessions and tokens. Address, keys and credentials do not change.</summary>
    public void Reset() => _service.Reset();

    /// <summary>Closes the port and all connections, after about a second at most. Further calls have no effect.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            _service.Dispose();
        }
    }

    private string GetUserId(UserDto user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _service.Store.Users.Find(user.UserId) is not null
            ? user.UserId
            : throw new ArgumentException("The user is not in the pool. Call AddUser first.", nameof(user));
    }

    /// <summary>Returns the address only, because other values may be secret.</summary>
    public override string ToString() => $"{nameof(GenAuthTenant)} at {AppHost}";

    private static Permission CreatePermission(UserDto user, string permissionSpace, string resource, string action)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(permissionSpace);
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(action);
        return new(user.UserId, permissionSpace, resource, action);
    }
}
