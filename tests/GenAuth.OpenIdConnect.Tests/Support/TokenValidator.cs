using System.Security.Claims;
using System.Text;
using Duende.IdentityModel.OidcClient;
using Duende.IdentityModel.OidcClient.Results;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Tests.Support;

/// <summary>Validates ID tokens with the library of Microsoft, because OidcClient leaves it to its user. A secret is the key of HS256.</summary>
internal sealed class TokenValidator(string? secret) : IIdentityTokenValidator
{
    public async Task<IdentityTokenValidationResult> ValidateAsync(string identityToken, OidcClientOptions options, CancellationToken cancellationToken = default)
    {
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(identityToken, new TokenValidationParameters
        {
            ValidIssuer = options.ProviderInformation.IssuerName,
            ValidAudience = options.ClientId,
            ValidAlgorithms = [secret is null ? "RS256" : "HS256"],
            IssuerSigningKeys = secret is null
                ? options.ProviderInformation.KeySet.Keys.Select(key => (SecurityKey)new Microsoft.IdentityModel.Tokens.JsonWebKey { Kty = key.Kty, N = key.N, E = key.E, KeyId = key.Kid })
                : [new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret))],
            NameClaimType = "name",
        });
        return result.IsValid
            ? new() { User = new ClaimsPrincipal(result.ClaimsIdentity), SignatureAlgorithm = ((JsonWebToken)result.SecurityToken).Alg }
            : new() { Error = result.Exception.Message };
    }
}
