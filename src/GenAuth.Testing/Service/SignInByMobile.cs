using System.Diagnostics.CodeAnalysis;

namespace GenAuth.Testing.Service;

/// <summary><c>POST /api/v3/signin-by-mobile</c>, for Alipay.</summary>
internal sealed class SignInByMobile(TenantSettings settings, AlipayCodes codes, TokenIssuer tokens)
{
    private const string Operation = "POST /api/v3/signin-by-mobile";
    private const string OpenId = "openid";

    // Nobody asked for a scope: what the service grants then.
    private static readonly string[] DefaultScopes = [OpenId, "profile"];

    public TenantAnswer Answer(GenAuthTenantRequest request)
    {
        if (!SignInBody.TryRead(request, out var body, out var problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        if (CredentialsCheck.Problem(settings, request, body) is { } refusal)
        {
            return TenantAnswer.Refuse(401, refusal);
        }

        if (Unimplemented(body) is { } parameter)
        {
            return NotImplemented.Parameter(Operation, parameter);
        }

        if (!TryReadCode(body, out var code, out problem))
        {
            return TenantAnswer.Refuse(400, problem);
        }

        if (body.ConnectionIdentifier != settings.AlipayConnection)
        {
            return TenantAnswer.Refuse(404, "The application has no enabled connection with this extIdpConnidentifier.");
        }

        var scopes = body.Options?.Scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? DefaultScopes;
        if (!scopes.Contains(OpenId))
        {
            return TenantAnswer.Refuse(400, "options.scope has to hold openid.");
        }

        // Last, because a refusal for any other reason must leave the code as it was.
        return codes.TryRedeem(code, out var userId)
            ? TenantAnswer.Success(tokens.Issue(userId, scopes))
            : TenantAnswer.Refuse(602, "Alipay refused the code (isv.code-invalid): it is unknown, or was used before.");
    }

    /// <summary>What the body asks for beyond a sign-in by Alipay. <c>options.context</c> is for pipeline functions, which this tenant has none of.</summary>
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
