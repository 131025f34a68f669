using System.Net;
using System.Security.Cryptography;
using GenAuth.Models;
using GenAuth.Testing.Server;
using GenAuth.Testing.Service;

namespace GenAuth.Testing;

/// <summary>
/// A GenAuth tenant inside this process, for tests and demonstrations: it serves the Alipay sign-in and the listing of users
/// on a free port of 127.0.0.1, really signs what the service signs, really checks the signatures of management requests, and
/// fails on demand. Safe for any number of threads.
/// </summary>
/// <remarks>
/// It answers as the service does: HTTP 200 with an envelope, whose <c>statusCode</c> tells the outcome. A resource that does
/// not exist is 404, a malformed request 400, a wrong credential 401, a code that Alipay would refuse 602. An operation or a
/// parameter that the tenant does not implement is HTTP 501 and a <see cref="GenAuthNotImplementedException"/>, so that no test
/// takes it for a refusal of the service. An address outside of <c>/api</c> is a plain HTTP 404.
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
    // Past any proxy, which could not reach this tenant. Never disposed: a client must fail to connect, like any other, once
    // its tenant is gone.
    private static readonly HttpClient Direct =
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };

    private readonly TenantSettings _settings;
    private readonly TenantService _service;
    private LoopbackServer? _server;

    private GenAuthTenant(TenantSettings settings)
    {
        _settings = settings;
        _service = new TenantService(settings, () => AppHost + "/oidc");
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

    /// <summary>The secret of the tenant's access key.</summary>
    public string AccessKeySecret => _settings.AccessKeySecret;

    /// <summary>
    /// What arrived until now, in the order of arrival, as a copy. It grows until <see cref="Reset"/>. Requests that were
    /// answered with a failure on demand are among them.
    /// </summary>
    public IReadOnlyList<GenAuthTenantRequest> Requests => _service.Requests;

    /// <summary>Starts a tenant.</summary>
    /// <param name="options">Its settings, copied; <see langword="null"/> takes the defaults.</param>
    /// <param name="cancellationToken">Ends the start early.</param>
    /// <returns>The tenant, ready to answer.</returns>
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
    /// Options of a client for this tenant: address, application, secret and method, without repetitions, so that a test sees
    /// each failure that it asks for. Change and use them as you like.
    /// </summary>
    /// <returns>A new object. Its secret is <see langword="null"/> when the application has the method <see cref="TokenEndpointAuthMethod.None"/>.</returns>
    public AuthenticationClientOptions CreateOptions() => new()
    {
        AppHost = AppHost,
        AppId = AppId,
        AppSecret = _settings.TokenEndpointAuthMethod == TokenEndpointAuthMethod.None ? null : AppSecret,
        TokenEndpointAuthMethod = _settings.TokenEndpointAuthMethod,
        Edition = _settings.Edition,
        Retry = { MaxRetries = 0 },
    };

    /// <summary>A client for this tenant, on connections that ignore the machine's proxy settings. There is nothing to dispose.</summary>
    /// <param name="configure">Changes the options of <see cref="CreateOptions"/>, for example to a wrong secret; <see langword="null"/> takes them as they are.</param>
    /// <returns>A new client. Once the tenant is disposed, its calls end in a <see cref="GenAuthConnectionException"/>.</returns>
    /// <exception cref="ArgumentException">The changed options are invalid; the message names the setting and the remedy.</exception>
    public AuthenticationClient CreateClient(Action<AuthenticationClientOptions>? configure = null)
    {
        var options = CreateOptions();
        configure?.Invoke(options);
        return new AuthenticationClient(options, Direct);
    }

    /// <summary>Options of a management client for this tenant: address and access key, without repetitions. Change and use them as you like.</summary>
    /// <returns>A new object.</returns>
    public ManagementClientOptions CreateManagementOptions() => new()
    {
        Host = AppHost,
        AccessKeyId = AccessKeyId,
        AccessKeySecret = AccessKeySecret,
        Edition = _settings.Edition,
        Retry = { MaxRetries = 0 },
    };

    /// <summary>A management client for this tenant, on connections that ignore the machine's proxy settings. There is nothing to dispose.</summary>
    /// <param name="configure">Changes the options of <see cref="CreateManagementOptions"/>; <see langword="null"/> takes them as they are.</param>
    /// <returns>A new client. Once the tenant is disposed, its calls end in a <see cref="GenAuthConnectionException"/>.</returns>
    /// <exception cref="ArgumentException">The changed options are invalid; the message names the setting and the remedy.</exception>
    public ManagementClient CreateManagementClient(Action<ManagementClientOptions>? configure = null)
    {
        var options = CreateManagementOptions();
        configure?.Invoke(options);
        return new ManagementClient(options, Direct);
    }

    /// <summary>
    /// Adds a user to the pool, for <c>list-users</c> (pages of at most 50, with keywords) and <c>get-user</c> (by user ID,
    /// external ID, e-mail address, phone number or user name). As in the service, custom data, identities, departments and
    /// posts come on request only.
    /// </summary>
    /// <param name="user">The user; kept as it is, so do not change it afterwards.</param>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is <see langword="null"/>.</exception>
    public void AddUser(UserDto user)
    {
        ArgumentNullException.ThrowIfNull(user);
        _service.Users.Add(user);
    }

    /// <summary>The public key that the Alipay parameter string is signed for; see <see cref="AlipayAuthInfo.VerifySignature"/>.</summary>
    /// <returns>A new object with the public key only; dispose it.</returns>
    /// <exception cref="ObjectDisposedException">The tenant is disposed.</exception>
    public RSA CreateAlipayPublicKey() => _service.AlipayKey.CreatePublicKey();

    /// <summary>The public key that access and ID tokens are signed for (RS256). Their issuer is <see cref="AppHost"/> with <c>/oidc</c>.</summary>
    /// <returns>A new object with the public key only; dispose it.</returns>
    /// <exception cref="ObjectDisposedException">The tenant is disposed.</exception>
    public RSA CreateTokenPublicKey() => _service.TokenKey.CreatePublicKey();

    /// <summary>Gives a code as the Alipay app would return it (<c>auth_code</c>). It signs one user in, once.</summary>
    /// <param name="userId">The user, who becomes the tokens' <c>sub</c>; <see langword="null"/> makes up a new one.</param>
    /// <returns>The code, 32 characters.</returns>
    /// <exception cref="ArgumentException"><paramref name="userId"/> is empty or blank.</exception>
    public string IssueAlipayCode(string? userId = null)
    {
        if (userId is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        }

        return _service.Codes.Issue(userId ?? RandomText.Hex(24));
    }

    /// <summary>Answers the next request with a refusal. Several calls refuse as many requests, in the order of the calls.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="statusCode">The envelope's <c>statusCode</c>; anything but 200.</param>
    /// <param name="apiCode">The envelope's <c>apiCode</c>, if any.</param>
    /// <param name="message">The envelope's <c>message</c>; <see langword="null"/> takes what the API document says about the code.</param>
    /// <param name="data">The envelope's <c>data</c>, if any; see <see cref="GenAuthTenantFailure.Data"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="statusCode"/> is 200, which means success.</exception>
    public void FailNext(int statusCode, ApiCode? apiCode = null, string? message = null, object? data = null) =>
        FailNext(new GenAuthTenantFailure(statusCode) { ApiCode = apiCode, Message = message, Data = data });

    /// <summary>Answers the next request with a code and the <c>statusCode</c> that goes with it, for example 401 with 2020 or a 3xx with 1636.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="apiCode">The envelope's <c>apiCode</c>.</param>
    public void FailNext(ApiCode apiCode) => FailNext(ApiCodeStatus.Of(apiCode), apiCode);

    /// <summary>Answers the next request, or the next one to the failure's path, with a refusal of any form.</summary>
    /// <remarks>The request has no other effect: an Alipay code in it stays valid.</remarks>
    /// <param name="failure">The refusal, copied.</param>
    /// <exception cref="ArgumentNullException"><paramref name="failure"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The failure has an HTTP status that carries no body, or a negative wait.</exception>
    public void FailNext(GenAuthTenantFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if ((int)failure.HttpStatusCode is < 200 or > 599 || failure.HttpStatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent or HttpStatusCode.NotModified)
        {
            throw new ArgumentException("HttpStatusCode must be between 200 and 599 and one that carries a body.", nameof(failure));
        }

        if (failure.RetryAfter < TimeSpan.Zero)
        {
            throw new ArgumentException("RetryAfter must not be negative.", nameof(failure));
        }

        _service.Failures.Add(failure.Path, TenantAnswer.Of(failure));
    }

    /// <summary>Forgets the recorded requests, the failures that are still to come, the codes that are not used yet, the users and the management tokens. Address, keys and credentials stay.</summary>
    public void Reset() => _service.Reset();

    /// <summary>Closes the port and all connections, at the latest after about a second. Further calls do nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
            _service.Dispose();
        }
    }

    /// <summary>The address only: everything else may be secret.</summary>
    public override string ToString() => $"{nameof(GenAuthTenant)} at {AppHost}";
}
