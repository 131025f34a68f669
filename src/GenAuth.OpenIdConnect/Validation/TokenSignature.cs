using System.Text.Json;
using GenAuth.OpenIdConnect.Client;
using GenAuth.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace GenAuth.OpenIdConnect.Validation;

/// <summary>
/// Verifies the signature of a token. Algorithm and key come from the client's options and the service, never from the token: its
/// header only selects one of the service's keys.
/// </summary>
internal sealed class TokenSignature(OpenIdConnectSettings settings, ProviderKeys keys)
{
    /// <summary>Larger tokens do not fit into a header.</summary>
    private const int MaxLength = 250 * 1024;

    private static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = MaxLength };

    // An API validates a token for each request, nearly always with the same key: with new parameters and a new key for each token it
    // serves 0.83 instead of 0.95 of the requests per second of the platform's handler (HS256).
    private volatile TokenValidationParameters? _lastParameters;

    /// <summary>Returns the token if its signature is valid.</summary>
    /// <exception cref="GenAuthTokenException">The token is refused.</exception>
    /// <exception cref="GenAuthException">The keys could not be loaded.</exception>
    public async Task<SignedToken> VerifyAsync(string operation, string token, CancellationToken cancellationToken)
    {
        var jwt = Parse(operation, token);
        var algorithm = settings.SigningAlgorithm.ToString();
        if (jwt.Alg != algorithm)
        {
            throw new GenAuthTokenException(operation, TokenProblem.WrongAlgorithm,
                $"it is signed with \"{TextSanitizer.ToSingleLine(jwt.Alg ?? string.Empty)}\", but SigningAlgorithm is {algorithm}. Set SigningAlgorithm to the algorithm that the console shows for the application.");
        }

        if (jwt.TryGetHeaderValue<object>("crit", out _))
        {
            throw new GenAuthTokenException(operation, TokenProblem.UnsupportedHeader, "its header demands an extension (crit) that the client does not know.");
        }

        var key = await GetKeyAsync(operation, jwt, cancellationToken).ConfigureAwait(false);

        var result = await Handler.ValidateTokenAsync(jwt, GetParameters(key, algorithm)).ConfigureAwait(false);
        return result.IsValid
            ? new SignedToken(jwt, GetClaims(operation, jwt))
            : throw new GenAuthTokenException(operation, TokenProblem.InvalidSignature, settings.SigningAlgorithm == TokenSigningAlgorithm.HS256
                ? "its signature is not valid. It was altered, or AppSecret is not the application's current secret."
                : "its signature is not valid. It was altered.");
    }

    private static JsonWebToken Parse(string operation, string token)
    {
        switch (token.Length > MaxLength ? 0 : CountParts(token))
        {
            case 3:
                break;
            case 5:
                throw new GenAuthTokenException(operation, TokenProblem.Encrypted, "it is encrypted, which the client does not support. Turn the encryption of tokens off for the application in the console.");
            default:
                throw Malformed(operation);
        }

        try
        {
            return new JsonWebToken(token);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or JsonException or InvalidOperationException)
        {
            throw Malformed(operation);
        }
    }

    private static int CountParts(string token)
    {
        var count = 1;
        for (var dot = token.IndexOf('.'); dot >= 0; dot = token.IndexOf('.', dot + 1))
        {
            count++;
        }

        return count;
    }

    private async Task<SecurityKey> GetKeyAsync(string operation, JsonWebToken jwt, CancellationToken cancellationToken)
    {
        if (settings.SigningAlgorithm == TokenSigningAlgorithm.HS256)
        {
            return await settings.GetHmacKeyAsync(operation, cancellationToken).ConfigureAwait(false);
        }

        // A token without a key ID is refused: trying the keys one by one would accept a withdrawn key for another one.
        return (jwt.Kid is { Length: > 0 } id ? await keys.FindAsync(id, cancellationToken).ConfigureAwait(false) : null)
            ?? throw new GenAuthTokenException(operation, TokenProblem.UnknownKey, "it is signed with a key that the service does not publish, or names no key.");
    }

    /// <summary>The parameters of the last token, unless its key was another one. They are never changed, so that several threads can use them.</summary>
    private TokenValidationParameters GetParameters(SecurityKey key, string algorithm)
    {
        var parameters = _lastParameters;
        if (!ReferenceEquals(parameters?.IssuerSigningKey, key))
        {
            // Only the signature: the claims are checked afterwards, in a fixed order and with the client's clock.
#pragma warning disable CA5404
            _lastParameters = parameters = new TokenValidationParameters
            {
                IssuerSigningKey = key,
                ValidAlgorithms = [algorithm],
                RequireSignedTokens = true,
                RequireExpirationTime = false,
                ValidateIssuer = false,
                ValidateAudience = false,
                ValidateLifetime = false,
                LogValidationExceptions = false,
            };
#pragma warning restore CA5404
        }

        return parameters!;
    }

    private static JsonElement GetClaims(string operation, JsonWebToken jwt)
    {
        try
        {
            // The library has parsed it too, so that no text can follow the object.
            var reader = new Utf8JsonReader(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload));
            var claims = JsonElement.ParseValue(ref reader);
            return claims.ValueKind == JsonValueKind.Object ? claims : throw Malformed(operation);
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw Malformed(operation);
        }
    }

    private static GenAuthTokenException Malformed(string operation) => new(operation, TokenProblem.Malformed,
        "it is not a JSON Web Token. Tokens of the OAuth 2.0 provider are opaque: introspect them instead.");
}

/// <summary>A token with a valid signature, whose claims are not checked yet.</summary>
/// <param name="Token">The parsed token.</param>
/// <param name="Claims">The payload.</param>
internal readonly record struct SignedToken(JsonWebToken Token, JsonElement Claims)
{
    /// <summary>The <c>typ</c> of the header.</summary>
    public string? Type => Token.Typ;
}
