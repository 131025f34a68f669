using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Service;

/// <summary><c>POST /api/v3/signin-by-mobile</c>, for Alipay.</summary>
internal sealed class SignInByMobile(TenantSettings settings, AlipayCodes codes, TenantStore store, TokenService tokens)
{
    private const string Operation = "POST /api/v3/signin-by-mobile";
    private const string OpenId = "openid";

    // The scopes that the service grants if the request has none.
    private static readonly string[] DefaultScopes = [OpenId, "profile"];

    public TenantResponse Handle(GenAuthTenantRequest request)
    {
        if (!SignInBody.TryRead(request, out var body, out var problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (CredentialsCheck.GetProblem(settings, request, body.ClientId, body.ClientSecret) is { } credentialsProblem)
        {
            return TenantResponse.Error(401, credentialsProblem);
        }

        if (Unimplemented(body) is { } parameter)
        {
            return TenantResponse.ParameterNotImplemented(Operation, parameter);
        }

        if (!TryReadCode(body, out var code, out problem))
        {
            return TenantResponse.Error(400, problem);
        }

        if (body.ConnectionIdentifier != settings.AlipayConnection)
        {
            return TenantResponse.Error(404, "The application has no enabled connection with this extIdpConnidentifier.");
        }

        var scopes = body.Options?.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? DefaultScopes;
        if (!scopes.Contains(OpenId))
        {
            return TenantResponse.Error(400, "options.scope must contain openid.");
        }

        // The last check, because a request that fails for another reason must not use the code.
        return codes.TryRedeem(code, out var userId)
            ? TenantResponse.Success(SignIn(userId, scopes))
            : TenantResponse.Error(602, "Alipay refused the code (isv.code-invalid): it is unknown or was already used.");
    }

    private JsonObject SignIn(string userId, string[] scopes)
    {
        var now = settings.TimeProvider.GetUtcNow();
        store.Users.Ensure(userId, now);
        var data = tokens.CreateTokens(tokens.CreateGrant(ProtocolFlavor.OpenIdConnect, userId, scopes, now), scopes);

        // The API spells this member in another way than the token endpoint.
        data.Remove("expires_in");
        data["expire_in"] = settings.AccessTokenLifetimeSeconds;
        return data;
    }

    /// <summary>A parameter that the tenant does not implement, or <see langword="null"/>. <c>options.context</c> is ignored, because it affects only pipeline functions, which this tenant does not have.</summary>
    private static string? Unimplemented(SignInBody body) => body switch
    {
        { Connection: not (null or "" or "alipay") } => "another connection than alipay",
        { Options.TenantId: not null } => "options.tenantId",
        { Options.CustomData: not null } => "options.customData",
        _ => null,
    };

    private static bool TryReadCode(SignInBody body, [NotNullWhen(true)] out string? code, [NotNullWhen(false)] out string? problem)
    {
        code = body.Alipay?.Code;
        problem = body switch
        {
            { ConnectionIdentifier: null or "" } => "extIdpConnidentifier is missing.",
            { Connection: null or "" } => "connection is missing.",
            _ when string.IsNullOrEmpty(code) => "alipayPayload.code is missing.",
            _ => null,
        };
        return problem is null;
    }
}

/// <summary>The codes that Alipay would have sent to the app. Each can be used once.</summary>
internal sealed class AlipayCodes
{
    private readonly ConcurrentDictionary<string, string> _users = new(StringComparer.Ordinal);

    public string Issue(string userId)
    {
        var code = Secrets.CreateHex(32);
        _users[code] = userId;
        return code;
    }

    /// <summary>Removes a code and returns its user.</summary>
    public bool TryRedeem(string code, [NotNullWhen(true)] out string? userId) => _users.TryRemove(code, out userId);

    public void Clear() => _users.Clear();
}
