using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenAuth.Testing.Service;

/// <summary>
/// The body of <c>POST /api/v3/signin-by-mobile</c>, as far as an Alipay sign-in needs it. Deliberately not the SDK's own
/// model: two readings of the document can disagree, and then a test shows it.
/// </summary>
internal sealed class SignInBody
{
    [JsonPropertyName("extIdpConnidentifier")]
    public string? ConnectionIdentifier { get; init; }

    [JsonPropertyName("connection")]
    public string? Connection { get; init; }

    [JsonPropertyName("alipayPayload")]
    public AlipayPayload? Alipay { get; init; }

    [JsonPropertyName("options")]
    public SignInOptions? Options { get; init; }

    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }

    /// <summary>Reads the body. On failure <paramref name="problem"/> says where it is wrong, without repeating what is there.</summary>
    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out SignInBody? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        problem = null;
        if (!request.Headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            problem = "The body has to be JSON, and the Content-Type header has to say so.";
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize<SignInBody>(request.Body);
            problem = body is null ? "The body has to be a JSON object." : null;
        }
        catch (JsonException exception)
        {
            problem = $"The body is not JSON, or a member has another type than the documented one, at {exception.Path ?? "$"}.";
        }

        return problem is null;
    }

    internal sealed class AlipayPayload
    {
        [JsonPropertyName("code")]
        public string? Code { get; init; }
    }

    internal sealed class SignInOptions
    {
        [JsonPropertyName("scope")]
        public string? Scope { get; init; }
    }
}
