using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.Tests.Markdown.SignIn;

/// <summary>
/// An OpenID provider that behaves as the service does: it signs ID tokens with RS256 or, without a key ID, with the application's
/// secret; it accepts the credentials in the body only; it issues a refresh token after consent.
/// </summary>
internal sealed class OpenIdProvider : IAsyncDisposable
{
    public const string AppId = "app";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string UserId = "user-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly WebApplication _application;
    private readonly Dictionary<string, IQueryCollection> _codes = [];

    private OpenIdProvider(WebApplication application) => _application = application;

    /// <summary>What ID tokens are signed with: RS256 or HS256.</summary>
    public required string Algorithm { get; init; }

    /// <summary>Scheme, host and port.</summary>
    public string Address => _application.Urls.Single();

    private string Issuer => Address + "/oidc";

    public static async Task<OpenIdProvider> StartAsync(string algorithm)
    {
        var provider = new OpenIdProvider(LoopbackApplication.Create()) { Algorithm = algorithm };
        provider._application.MapGet("/oidc/.well-known/openid-configuration", provider.Discover);
        provider._application.MapGet("/oidc/.well-known/jwks.json", provider.Keys);
        provider._application.MapGet("/oidc/auth", provider.Authorize);
        provider._application.MapPost("/oidc/token", provider.ExchangeAsync);
        await provider._application.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _key.Dispose();
    }

    private IResult Discover() => Results.Json(new Dictionary<string, string>
    {
        ["issuer"] = Issuer,
        ["authorization_endpoint"] = Issuer + "/auth",
        ["token_endpoint"] = Issuer + "/token",
        ["jwks_uri"] = Issuer + "/.well-known/jwks.json",
    });

    private IResult Keys()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = "rsa", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) },
            },
        });
    }

    private IResult Authorize(HttpRequest request)
    {
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = request.Query;
        return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(request.Query["state"]!)}");
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form["client_id"] != AppId || form["client_secret"] != AppSecret || request.Headers.Authorization.Count > 0)
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        if (!_codes.Remove(form["code"]!, out var asked)
            || asked["code_challenge"] != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))))
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        var tokens = new Dictionary<string, string>
        {
            ["access_token"] = "access",
            ["token_type"] = "Bearer",
            ["expires_in"] = 3600.ToString(CultureInfo.InvariantCulture),
            ["id_token"] = IdToken(asked["nonce"]!),
        };
        if (asked["prompt"] == "consent" && asked["scope"].ToString().Split(' ').Contains("offline_access"))
        {
            tokens["refresh_token"] = "refresh";
        }

        return Results.Json(tokens);
    }

    private string IdToken(string nonce)
    {
        SecurityKey key = Algorithm == SecurityAlgorithms.HmacSha256
            ? new SymmetricSecurityKey(Encoding.UTF8.GetBytes(AppSecret))
            : new RsaSecurityKey(_key) { KeyId = "rsa" };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AppId,
            Claims = new Dictionary<string, object> { ["sub"] = UserId, ["nonce"] = nonce },
            SigningCredentials = new SigningCredentials(key, Algorithm),
        });
    }
}

/// <summary>A web application on a free port of this machine, without configuration and logs from outside.</summary>
internal static class LoopbackApplication
{
    public static WebApplication Create(Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production", Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        configure?.Invoke(builder);
        return builder.Build();
    }
}
