using System.Collections.Concurrent;
using GenAuth.Models;

namespace GenAuth.Testing.Service;

/// <summary>Everything the tenant knows, and what it says to a request. Knows nothing of HTTP; safe for any number of threads.</summary>
internal sealed class TenantService : IDisposable
{
    private readonly TenantSettings _settings;
    private readonly ConcurrentQueue<GenAuthTenantRequest> _requests = new();
    private readonly Dictionary<(string Method, string Path), Func<GenAuthTenantRequest, TenantAnswer>> _operations;

    public TenantService(TenantSettings settings, Func<string> issuer)
    {
        _settings = settings;
        var authInfo = new GetAlipayAuthInfo(settings, new AlipayParameterString(AlipayKey, settings.AlipaySignType));
        var signIn = new SignInByMobile(settings, Codes, new TokenIssuer(settings, TokenKey, issuer));
        _operations = new()
        {
            [("GET", "/api/v3/get-alipay-authinfo")] = authInfo.Answer,
            [("POST", "/api/v3/signin-by-mobile")] = signIn.Answer,
        };
    }

    public SigningKey AlipayKey { get; } = new();

    public SigningKey TokenKey { get; } = new();

    public AlipayCodes Codes { get; } = new();

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

        if (!_operations.TryGetValue((request.Method, request.Path), out var operation))
        {
            return TenantAnswer.Refuse(404, "The tenant has no such operation: check verb and path.");
        }

        return request.Headers.TryGetValue(_settings.AppIdHeader, out var appId) && appId == _settings.AppId
            ? operation(request)
            : TenantAnswer.Refuse(404, $"No application has the ID of the {_settings.AppIdHeader} header.", ApiCode.ApplicationNotFound);
    }

    public void Reset()
    {
        _requests.Clear();
        Failures.Clear();
        Codes.Clear();
    }

    public void Dispose()
    {
        AlipayKey.Dispose();
        TokenKey.Dispose();
    }
}
