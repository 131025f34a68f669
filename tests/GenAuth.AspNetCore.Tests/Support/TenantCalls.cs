using GenAuth.Testing;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>What a tenant was asked for.</summary>
internal static class TenantCalls
{
    /// <summary>The number of requests that exchanged a refresh token.</summary>
    public static int CountRefreshes(this GenAuthTenant tenant) =>
        tenant.Requests.Count(request => request.Path == "/oidc/token" && request.Body.Contains("grant_type=refresh_token", StringComparison.Ordinal));
}
