using GenAuth.Testing.Provider.Authorization;
using GenAuth.Testing.Provider.Cas;
using GenAuth.Testing.Provider.Endpoints;
using GenAuth.Testing.Provider.Grants;
using GenAuth.Testing.Provider.Protocol;
using GenAuth.Testing.Provider.SignIn;
using GenAuth.Testing.Provider.Tokens;
using GenAuth.Testing.Service;
using GenAuth.Testing.Store;

namespace GenAuth.Testing.Provider;

/// <summary>The tenant as a provider of OpenID Connect, OAuth 2.0 and CAS: the endpoint of each address.</summary>
internal sealed class IdentityProvider
{
    private readonly Dictionary<(string Method, string Path), Func<GenAuthTenantRequest, TenantResponse>> _endpoints = [];
    private readonly Dictionary<string, AuthorizationEndpoint> _authorization = new(StringComparer.Ordinal);
    private readonly BrowserCookies _cookies = new();
    private readonly SignInFlow _flow;

    public IdentityProvider(TenantSettings settings, TenantStore store, TokenService tokens, TokenKeys keys, Func<string> host)
    {
        _flow = new SignInFlow(settings, store, _cookies);
        var logout = new LogoutEndpoints(settings, store, keys, _cookies);
        AddProtocol(ProtocolFlavor.OpenIdConnect, settings, store, tokens, keys);
        AddProtocol(ProtocolFlavor.OAuth, settings, store, tokens, keys);
        Add("GET", "/oidc/.well-known/openid-configuration", _ => ProviderResponse.Json(DiscoveryDocument.Create(host(), settings)));
        Add("GET", "/oidc/.well-known/jwks.json", _ => ProviderResponse.Json(keys.ToJson()));
        Add("GET", $"/{settings.AppId}/oidc/.well-known/jwks.json", _ => ProviderResponse.Json(keys.ToJson()));
        AddGetAndPost("/oidc/session/end", logout.EndSession);
        Add("GET", "/login/profile/logout", request => logout.EndSession(request, "redirect_uri"));
        Add("GET", CasEndpoints.Prefix + "/logout", request => logout.EndSession(request, "url"));
        AddCas(settings, new CasEndpoints(settings, store, tokens, _flow), logout);
    }

    /// <summary>Handles a request, or returns <see langword="null"/> if no endpoint has its address.</summary>
    public TenantResponse? Handle(GenAuthTenantRequest request)
    {
        try
        {
            return _endpoints.TryGetValue((request.Method, request.Path), out var endpoint) ? endpoint(request) : _flow.Handle(request);
        }
        catch (OAuthErrorException exception)
        {
            return ProviderResponse.Error(exception);
        }
    }

    /// <summary>Responds with an error that a test requested. An authorization endpoint sends it to the application.</summary>
    public TenantResponse Fail(GenAuthTenantRequest request, GenAuthTenantOAuthFailure failure)
    {
        var response = _authorization.TryGetValue(request.Path, out var endpoint)
            ? endpoint.Fail(request, failure.Error, failure.Description)
            : ProviderResponse.Error(failure.Error, failure.Description, failure.HttpStatusCode);
        return failure.RetryAfter is { } delay ? response.WithRetryAfter(delay) : response;
    }

    /// <summary>The Cookie header of a browser in which a user has just signed in.</summary>
    public string SignIn(string userId) => _cookies.CreateHeader(_flow.CreateSession(userId).Id);

    public void Clear() => _flow.Clear();

    private void AddProtocol(ProtocolFlavor protocol, TenantSettings settings, TenantStore store, TokenService tokens, TokenKeys keys)
    {
        var clients = new ClientAuthentication(settings);
        var authorization = new AuthorizationEndpoint(settings, store, tokens, keys, _flow, protocol);
        var token = new TokenEndpoint(
            clients, new CodeGrant(settings, store, tokens), new RefreshGrant(settings, store, tokens), new PasswordGrant(settings, store, tokens), new MachineGrant(settings, tokens), protocol);
        var status = new TokenStatusEndpoints(clients, store, tokens, protocol);
        _authorization[protocol.Prefix + "/auth"] = authorization;
        AddGetAndPost(protocol.Prefix + "/auth", authorization.Handle);
        Add("POST", protocol.Prefix + "/token", token.Handle);
        Add("POST", protocol.Prefix + "/token/introspection", status.Introspect);
        Add("POST", protocol.Prefix + "/token/revocation", status.Revoke);
        AddGetAndPost(protocol.Prefix + "/me", new UserInfoEndpoint(settings, tokens, protocol).Handle);
    }

    private void AddCas(TenantSettings settings, CasEndpoints cas, LogoutEndpoints logout)
    {
        var prefix = $"{CasEndpoints.Prefix}/{settings.AppId}";
        Add("GET", prefix + "/login", cas.Login);
        Add("GET", prefix + "/validate", cas.Validate);
        Add("GET", prefix + "/serviceValidate", cas.ServiceValidate);
        Add("GET", prefix + "/logout", request => logout.EndSession(request, "service"));
    }

    private void AddGetAndPost(string path, Func<GenAuthTenantRequest, TenantResponse> endpoint)
    {
        Add("GET", path, endpoint);
        Add("POST", path, endpoint);
    }

    private void Add(string method, string path, Func<GenAuthTenantRequest, TenantResponse> endpoint) => _endpoints[(method, path)] = endpoint;
}
