using System.Text.Json;
using GenAuth.Serialization;
using GenAuth.Text;

namespace GenAuth.Authorization.Token;

/// <summary>
/// The claims of a management token. The signature is not verified, so they are only sent back to the service that issued the
/// token, and only ever shorten its life.
/// </summary>
/// <param name="UserPoolId">The claim <c>scoped_userpool_id</c>, or <see langword="null"/> when there is none that a header could carry.</param>
/// <param name="Expiry">The claim <c>exp</c>, or <see langword="null"/> when there is none that is a time.</param>
internal readonly record struct TokenClaims(string? UserPoolId, DateTimeOffset? Expiry)
{
    private static readonly double LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>The claims of a JSON Web Token; none for a token of another form.</summary>
    public static TokenClaims Read(string token)
    {
        var claims = default(TokenClaims);
        try
        {
            var reader = new WireReader(Decode(token.Split('.').ElementAtOrDefault(1) ?? string.Empty));
            if (reader.Advance() != JsonTokenType.StartObject)
            {
                return claims;
            }

            while (reader.Advance() != JsonTokenType.EndObject)
            {
                var name = reader.Name();
                reader.Advance();
                claims = name switch
                {
                    "scoped_userpool_id" => claims with { UserPoolId = ToId(reader.ToText()) },
                    "exp" => claims with { Expiry = reader.TokenType == JsonTokenType.Number ? ToTime(reader.ToDouble()) : null },
                    _ => claims,
                };
                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException or ReadLimitException)
        {
            // An opaque token is valid too; only the service knows what it holds.
        }

        return claims;
    }

    private static string? ToId(string? text) => string.IsNullOrWhiteSpace(text) || HeaderValidator.GetProblem(text, string.Empty) is not null ? null : text;

    /// <summary>Fractions are allowed.</summary>
    private static DateTimeOffset? ToTime(double? seconds) =>
        seconds >= 0 && seconds <= LastSecond ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;

    private static byte[] Decode(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
