using System.Globalization;
using System.Text;
using GenAuth.Http;
using GenAuth.Json;
using Newtonsoft.Json;

namespace GenAuth.Management;

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
            using var text = new StringReader(Encoding.UTF8.GetString(Decode(token.Split('.').ElementAtOrDefault(1) ?? string.Empty)));
            using var reader = GenAuthJson.CreateReader(text);
            while (reader.Read())
            {
                if (reader.Depth == 1 && reader.TokenType == JsonToken.PropertyName)
                {
                    claims = (string)reader.Value! switch
                    {
                        "scoped_userpool_id" => claims with { UserPoolId = ReadId(reader) },
                        "exp" => claims with { Expiry = ReadTime(reader) },
                        _ => claims,
                    };
                }
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // An opaque token is valid too; only the service knows what it holds.
        }

        return claims;
    }

    private static string? ReadId(JsonTextReader reader)
    {
        var id = reader.ReadAsString();
        return string.IsNullOrWhiteSpace(id) || HeaderText.Problem(id, string.Empty) is not null ? null : id;
    }

    private static DateTimeOffset? ReadTime(JsonTextReader reader)
    {
        reader.Read();
        if (reader.TokenType is not (JsonToken.Integer or JsonToken.Float))
        {
            return null;
        }

        // Fractions are allowed, and an integer may be larger than any type of its own.
        var seconds = double.Parse(Convert.ToString(reader.Value, CultureInfo.InvariantCulture)!, CultureInfo.InvariantCulture);
        return seconds >= 0 && seconds <= LastSecond ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
    }

    private static byte[] Decode(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
