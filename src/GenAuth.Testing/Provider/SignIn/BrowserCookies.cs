using GenAuth.Testing.Service;
using Microsoft.Net.Http.Headers;

namespace GenAuth.Testing.Provider.SignIn;

/// <summary>The cookies of the tenant's pages.</summary>
internal sealed class BrowserCookies
{
    private const string InteractionName = "genauth_interaction";

    // Cookies do not distinguish ports, so that two tenants on one machine would overwrite each other's session.
    private readonly string _sessionName = "genauth_session_" + Secrets.CreateHex(8);

    public string? GetSession(GenAuthTenantRequest request) => Get(request, _sessionName);

    public static string? GetInteraction(GenAuthTenantRequest request) => Get(request, InteractionName);

    public TenantResponse SetSession(TenantResponse response, string id) => Set(response, $"{_sessionName}={id}; Path=/");

    public TenantResponse RemoveSession(TenantResponse response) => Set(response, $"{_sessionName}=; Path=/; Max-Age=0");

    /// <summary>One cookie for each visit, so that two tabs can sign in at the same time.</summary>
    public static TenantResponse SetInteraction(TenantResponse response, Interaction interaction) => Set(response, $"{InteractionName}={interaction.Secret}; Path={interaction.Path}");

    /// <summary>A Cookie header for a browser with this session.</summary>
    public string CreateHeader(string sessionId) => $"{_sessionName}={sessionId}";

    private static TenantResponse Set(TenantResponse response, string cookie) => response.WithHeader("Set-Cookie", cookie + "; HttpOnly; SameSite=Lax");

    private static string? Get(GenAuthTenantRequest request, string name) =>
        request.Headers.TryGetValue("Cookie", out var header) && CookieHeaderValue.TryParseList([header], out var cookies)
            ? cookies.FirstOrDefault(cookie => cookie.Name.Equals(name, StringComparison.Ordinal))?.Value.ToString()
            : null;
}
