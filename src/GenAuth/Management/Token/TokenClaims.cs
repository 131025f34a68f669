using System.Text;
using GenAuth.Http;
using GenAuth.Json;
using Newtonsoft.Json;

namespace GenAuth.Management;

/// <summary>What a token says of itself. It is read unverified, so it may only be repeated to the service that issued it.</summary>
internal static class TokenClaims
{
    /// <summary>The claim <c>scoped_userpool_id</c>, or <see langword="null"/> when there is none that a header could carry.</summary>
    public static string? UserPoolId(string token)
    {
        try
        {
            using var text = new StringReader(Encoding.UTF8.GetString(Decode(token.Split('.').ElementAtOrDefault(1) ?? string.Empty)));
            using var reader = GenAuthJson.CreateReader(text);
            while (reader.Read())
            {
                if (reader.Depth == 1 && reader.TokenType == JsonToken.PropertyName && reader.Value is "scoped_userpool_id")
                {
                    var id = reader.ReadAsString();
                    return string.IsNullOrWhiteSpace(id) || HeaderText.Problem(id, string.Empty) is not null ? null : id;
                }
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // A token of another form is as good as any: what it holds is the service's business.
        }

        return null;
    }

    private static byte[] Decode(string base64Url)
    {
        var base64 = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='));
    }
}
