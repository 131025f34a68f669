using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GenAuth.Testing;
using Microsoft.AspNetCore.WebUtilities;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>A response of one of the tenant's endpoints for programs.</summary>
internal sealed record RawResponse(HttpStatusCode Status, JsonObject Body, HttpResponseHeaders Headers, string Text)
{
    public string? Error => (string?)Body["error"];

    public string this[string member] => (string)Body[member]!;
}

/// <summary>An application that writes each request itself, so that tests can send what no library would.</summary>
internal sealed class RawClient(GenAuthTenant tenant)
{
    public const string Callback = "https://app.example.com/callback";

    public const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false });

    public string Prefix { get; init; } = "/oidc";

    public TokenEndpointAuthMethod Method { get; init; } = TokenEndpointAuthMethod.ClientSecretPost;

    public static string Challenge => WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>A valid authorization request, but for what is given. A parameter that is <see langword="null"/> is left out.</summary>
    public string AuthorizationUri(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = tenant.AppId,
            ["redirect_uri"] = Callback,
            ["response_type"] = "code",
            ["scope"] = "openid profile",
            ["state"] = "state-1",
            ["nonce"] = "nonce-1",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return QueryHelpers.AddQueryString($"{tenant.AppHost}{Prefix}/auth", parameters.Where(parameter => parameter.Value is not null));
    }

    /// <summary>Signs Ada in without a browser, and returns the parameters that come back.</summary>
    public async Task<Dictionary<string, string>> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        using var request = await tenant.SignInAsync(new Uri(AuthorizationUri(changes)), Tenants.Ada());
        return ParametersOf(request.RequestUri!);
    }

    public async Task<string> GetCodeAsync(params (string Name, string? Value)[] changes) => (await AuthorizeAsync(changes))["code"];

    public Task<RawResponse> ExchangeAsync(string code, params (string Name, string? Value)[] changes) => PostAsync(
        "/token", [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), .. changes]);

    public Task<RawResponse> RefreshAsync(string token, params (string Name, string? Value)[] changes) =>
        PostAsync("/token", [("grant_type", "refresh_token"), ("refresh_token", token), .. changes]);

    public async Task<RawResponse> GetTokensAsync(params (string Name, string? Value)[] changes) => await ExchangeAsync(await GetCodeAsync(changes));

    public Task<RawResponse> IntrospectAsync(string token, params (string Name, string? Value)[] changes) => PostAsync("/token/introspection", [("token", token), .. changes]);

    public Task<RawResponse> RevokeAsync(string token) => PostAsync("/token/revocation", ("token", token));

    public Task<RawResponse> UserInfoAsync(string? token) => SendAsync(
        new HttpRequestMessage(HttpMethod.Get, $"{tenant.AppHost}{Prefix}/me") { Headers = { Authorization = token is null ? null : new("Bearer", token) } });

    public Task<RawResponse> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, tenant.AppHost + path));

    /// <summary>Sends a form with the application's credentials. A later value of a field replaces an earlier one; <see langword="null"/> removes it.</summary>
    public Task<RawResponse> PostAsync(string path, params (string Name, string? Value)[] fields)
    {
        var form = new Dictionary<string, string?>();
        var request = new HttpRequestMessage(HttpMethod.Post, tenant.AppHost + Prefix + path);
        if (Method == TokenEndpointAuthMethod.ClientSecretBasic)
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes($"{tenant.AppId}:{tenant.AppSecret}")));
        }
        else
        {
            form["client_id"] = tenant.AppId;
            form["client_secret"] = Method == TokenEndpointAuthMethod.ClientSecretPost ? tenant.AppSecret : null;
        }

        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        request.Content = new FormUrlEncodedContent(form.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value!)));
        return SendAsync(request);
    }

    public static async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await Http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            var body = response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonNode.Parse(text)!.AsObject() : [];
            return new(response.StatusCode, body, response.Headers, text);
        }
    }

    public static Dictionary<string, string> ParametersOf(Uri address) =>
        QueryHelpers.ParseQuery(address.Fragment.Length > 0 ? address.Fragment[1..] : address.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public static JsonObject ClaimsOf(string token) => JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[1]))!.AsObject();

    public static JsonObject HeaderOf(string token) => JsonNode.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[0]))!.AsObject();
}
