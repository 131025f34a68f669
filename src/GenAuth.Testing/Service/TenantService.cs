using System.Collections.Concurrent;
using GenAuth.Models;
using GenAuth.Testing.Service.Management;

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

    public TenantService(TenantSettings settings, Func<string> issuer)
    {
        _settings = settings;
        AccessKey = new TenantAccessKey(settings.AccessKeyId, settings.AccessKeySecret);
        _auditLog = new AuditLog(AccessKey, settings.TimeProvider);
        Users = new UserDirectory(settings.TimeProvider, _auditLog);
        var authInfo = new GetAlipayAuthInfo(settings, new AlipayParameterString(AlipayKey, settings.AlipaySignType));
        var signIn = new SignInByMobile(settings, Codes, new TokenIssuer(settings, TokenKey, issuer));
        _managementTokens = new ManagementTokenIssuer(settings, AccessKey, TokenKey);
        _accessKeys = new AccessKeyCheck(settings, AccessKey, _managementTokens);
        _operations = new()
        {
            [("GET", "/api/v3/get-alipay-authinfo")] = request => ForApplication(request, authInfo.Handle),
            [("POST", "/api/v3/signin-by-mobile")] = request => ForApplication(request, signIn.Handle),
            [("POST", "/api/v3/get-management-token")] = _managementTokens.Handle,
            [("POST", "/api/v3/list-users")] = request => _accessKeys.Check(request) ?? Users.List(request),
            [("GET", "/api/v3/get-user")] = request => _accessKeys.Check(request) ?? Users.Get(request),
            [("POST", "/api/v3/update-user")] = request => _accessKeys.Check(request) ?? Users.Update(request),
            [("GET", "/api/v3/list-department-members")] = request => _accessKeys.Check(request) ?? Users.ListMembers(request),
            [("POST", "/api/v3/get-admin-audit-logs")] = request => _accessKeys.Check(request) ?? _auditLog.List(request),
        };
    }

    public SigningKey AlipayKey { get; } = new();

    public SigningKey TokenKey { get; } = new();

    public AlipayCodes Codes { get; } = new();

    public TenantAccessKey AccessKey { get; }

    public UserDirectory Users { get; }

    public FailureQueue Failures { get; } = new();

    /// <summary>The received requests, in order of arrival.</summary>
    public IReadOnlyList<GenAuthTenantRequest> Requests => _requests.ToArray();

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        _requests.Enqueue(request);
        if (Failures.Take(request.Path) is { } failure)
        {
            return failure;
        }

        return _operations.TryGetValue((request.Method, request.Path), out var operation) ? operation(request) : HandleUnknown(request);
    }

    public void Reset()
    {
        _requests.Clear();
        Failures.Clear();
        Codes.Clear();
        Users.Reset();
        _auditLog.Reset();
        _accessKeys.Reset();
        _managementTokens.Reset();
    }

    public void Dispose()
    {
        AlipayKey.Dispose();
        TokenKey.Dispose();
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
