using System.Collections.Concurrent;
using GenAuth.Models;
using GenAuth.Testing.Provider;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service.Management;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Service;

/// <summary>The state of the tenant, and its operations. Independent of the HTTP server; safe for use by several threads.</summary>
internal sealed class TenantService : IDisposable
{
    private readonly TenantSettings _settings;
    private readonly ConcurrentQueue<GenAuthTenantRequest> _requests = new();
    private readonly Dictionary<(string Method, string Path), Func<GenAuthTenantRequest, TenantResponse>> _operations;
    private readonly AccessKeyCheck _accessKeys;
    private readonly AuditLog _auditLog;
    private readonly ManagementTokenIssuer _managementTokens;

    /// <param name="settings">The tenant's settings.</param>
    /// <param name="host">Returns the tenant's address, which is known after the start of the server.</param>
    public TenantService(TenantSettings settings, Func<string> host)
    {
        _settings = settings;
        AccessKey = new TenantAccessKey(settings.AccessKeyId, settings.AccessKeySecret);
        Tokens = new TokenService(settings, Store, TokenKeys, host);
        Provider = new IdentityProvider(settings, Store, Tokens, TokenKeys, host);
        _auditLog = new AuditLog(AccessKey, settings.TimeProvider);
        var users = new UserDirectory(Store.Users, settings.TimeProvider, _auditLog);
        var authInfo = new GetAlipayAuthInfo(settings, new AlipayParameterString(AlipayKey, settings.AlipaySignType));
        var signIn = new SignInByMobile(settings, Codes, Store, Tokens);
        _managementTokens = new ManagementTokenIssuer(settings, AccessKey, TokenKeys);
        _accessKeys = new AccessKeyCheck(settings, AccessKey, _managementTokens);
        _operations = new()
        {
            [("GET", "/api/v3/get-alipay-authinfo")] = request => ForApplication(request, authInfo.Handle),
            [("POST", "/api/v3/signin-by-mobile")] = request => ForApplication(request, signIn.Handle),
            [("GET", "/api/v3/get-profile")] = request => ForApplication(request, new GetProfile(Tokens).Handle),
            [("POST", "/api/v3/get-management-token")] = _managementTokens.Handle,
            [("POST", "/api/v3/list-users")] = request => _accessKeys.Check(request) ?? users.List(request),
            [("GET", "/api/v3/get-user")] = request => _accessKeys.Check(request) ?? users.Get(request),
            [("POST", "/api/v3/update-user")] = request => _accessKeys.Check(request) ?? users.Update(request),
            [("GET", "/api/v3/list-department-members")] = request => _accessKeys.Check(request) ?? users.ListMembers(request),
            [("POST", "/api/v3/get-admin-audit-logs")] = request => _accessKeys.Check(request) ?? _auditLog.List(request),
            [("POST", "/api/v3/check-permission")] = request => _accessKeys.Check(request) ?? new CheckPermission(Store).Handle(request),
        };
    }

    public SigningKey AlipayKey { get; } = new();

    public TokenKeys TokenKeys { get; } = new();

    public AlipayCodes Codes { get; } = new();

    public TenantAccessKey AccessKey { get; }

    public TenantStore Store { get; } = new();

    public TokenService Tokens { get; }

    public IdentityProvider Provider { get; }

    public FailureQueue Failures { get; } = new();

    /// <summary>The received requests, in order of arrival.</summary>
    public IReadOnlyList<GenAuthTenantRequest> Requests => _requests.ToArray();

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        _requests.Enqueue(request);
        if (Failures.Take(request.Path) is { } failure)
        {
            return failure(request);
        }

        return _operations.TryGetValue((request.Method, request.Path), out var operation) ? operation(request)
            : Provider.Handle(request) ?? HandleUnknown(request);
    }

    public void Reset()
    {
        _requests.Clear();
        Failures.Clear();
        Codes.Clear();
        Store.Clear();
        Provider.Clear();
        _auditLog.Reset();
        _accessKeys.Reset();
        _managementTokens.Reset();
    }

    public void Dispose()
    {
        AlipayKey.Dispose();
        TokenKeys.Dispose();
    }

    private TenantResponse HandleUnknown(GenAuthTenantRequest request)
    {
        var operation = ApiOperations.Find(request.Method, request.Path);
        if (operation is null && !$"{request.Path}/".StartsWith("/api/", StringComparison.Ordinal))
        {
            return TenantResponse.NotFoundPage();
        }

        // As in the service, access is checked first, so that others cannot find out which operations exist.
        var isApplication = !_accessKeys.IsManagement(request) && (operation is { IsManagement: false } || request.Headers.ContainsKey(_settings.AppIdHeader));
        return (isApplication ? CheckApplication(request) : _accessKeys.Check(request))
            ?? (operation is null ? TenantResponse.UnknownOperation(request.Method, request.Path) : TenantResponse.OperationNotImplemented(operation));
    }

    private TenantResponse ForApplication(GenAuthTenantRequest request, Func<GenAuthTenantRequest, TenantResponse> operation) =>
        CheckApplication(request) ?? operation(request);

    private TenantResponse? CheckApplication(GenAuthTenantRequest request) =>
        request.Headers.TryGetValue(_settings.AppIdHeader, out var appId) && appId == _settings.AppId
            ? null
            : TenantResponse.Error(404, $"No application has the ID of the {_settings.AppIdHeader} header.", ApiCode.ApplicationNotFound);
}
