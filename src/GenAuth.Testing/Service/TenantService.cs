using System.Collections.Concurrent;
using GenAuth.Models;
using GenAuth.Testing.Service.Management;

namespace GenAuth.Testing.Service;

/// <summary>Everything the tenant knows, and what it says to a request. Knows nothing of HTTP; safe for any number of threads.</summary>
internal sealed class TenantService : IDisposable
{
    private readonly TenantSettings _settings;
    private readonly ConcurrentQueue<GenAuthTenantRequest> _requests = new();
    private readonly Dictionary<(string Method, string Path), Func<GenAuthTenantRequest, TenantAnswer>> _operations;
    private readonly AccessKeyCheck _accessKeys;
    private readonly ManagementTokenIssuer _managementTokens;

    public TenantService(TenantSettings settings, Func<string> issuer)
    {
        _settings = settings;
        var authInfo = new GetAlipayAuthInfo(settings, new AlipayParameterString(AlipayKey, settings.AlipaySignType));
        var signIn = new SignInByMobile(settings, Codes, new TokenIssuer(settings, TokenKey, issuer));
        _managementTokens = new ManagementTokenIssuer(settings, TokenKey);
        _accessKeys = new AccessKeyCheck(settings, _managementTokens);
        _operations = new()
        {
            [("GET", "/api/v3/get-alipay-authinfo")] = request => ForApplication(request, authInfo.Answer),
            [("POST", "/api/v3/signin-by-mobile")] = request => ForApplication(request, signIn.Answer),
            [("POST", "/api/v3/get-management-token")] = _managementTokens.Answer,
            [("POST", "/api/v3/list-users")] = request => _accessKeys.Refusal(request) ?? Users.List(request),
            [("GET", "/api/v3/get-user")] = request => _accessKeys.Refusal(request) ?? Users.Get(request),
        };
    }

    public SigningKey AlipayKey { get; } = new();

    public SigningKey TokenKey { get; } = new();

    public AlipayCodes Codes { get; } = new();

    public UserDirectory Users { get; } = new();

    public FailureQueue Failures { get; } = new();

    /// <summary>What arrived until now, in the order of arrival.</summary>
    public IReadOnlyList<GenAuthTenantRequest> Requests => _requests.ToArray();

    public TenantAnswer Answer(GenAuthTenantRequest request)
    {
        _requests.Enqueue(request);
        if (Failures.Take(request.Path) is { } failure)
        {
            return failure;
        }

        return _operations.TryGetValue((request.Method, request.Path), out var operation) ? operation(request) : AnswerWithoutOperation(request);
    }

    public void Reset()
    {
        _requests.Clear();
        Failures.Clear();
        Codes.Clear();
        Users.Reset();
        _accessKeys.Reset();
        _managementTokens.Reset();
    }

    public void Dispose()
    {
        AlipayKey.Dispose();
        TokenKey.Dispose();
    }

    private TenantAnswer AnswerWithoutOperation(GenAuthTenantRequest request)
    {
        var operation = ApiOperations.Find(request.Method, request.Path);
        if (operation is null && !$"{request.Path}/".StartsWith("/api/", StringComparison.Ordinal))
        {
            return TenantAnswer.NoSuchPage();
        }

        // Access comes first, as in the service: what exists is told to clients only.
        var isApplication = !_accessKeys.IsManagement(request) && (operation is { IsManagement: false } || request.Headers.ContainsKey(_settings.AppIdHeader));
        return (isApplication ? ApplicationRefusal(request) : _accessKeys.Refusal(request))
            ?? (operation is null ? NotImplemented.Unknown(request.Method, request.Path) : NotImplemented.Operation(operation));
    }

    private TenantAnswer ForApplication(GenAuthTenantRequest request, Func<GenAuthTenantRequest, TenantAnswer> operation) =>
        ApplicationRefusal(request) ?? operation(request);

    private TenantAnswer? ApplicationRefusal(GenAuthTenantRequest request) =>
        request.Headers.TryGetValue(_settings.AppIdHeader, out var appId) && appId == _settings.AppId
            ? null
            : TenantAnswer.Refuse(404, $"No application has the ID of the {_settings.AppIdHeader} header.", ApiCode.ApplicationNotFound);
}
