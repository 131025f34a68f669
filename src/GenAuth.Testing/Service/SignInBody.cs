using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using GenAuth.Testing.Service.Json;

namespace GenAuth.Testing.Service;

/// <summary>
/// The members of <c>POST /api/v3/signin-by-mobile</c> that an Alipay sign-in needs. It does not use the SDK's own model, so that
/// tests detect an error in that model.
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

    /// <summary>Reads the body. On failure <paramref name="problem"/> states the position, but no value.</summary>
    public static bool TryRead(GenAuthTenantRequest request, [NotNullWhen(true)] out SignInBody? body, [NotNullWhen(false)] out string? problem)
    {
        body = null;
        if (!JsonBody.IsDeclared(request, out problem) || !JsonBody.TryRead(request, out _, out problem))
        {
            return false;
        }

        try
        {
            body = JsonSerializer.Deserialize(request.Body, SignInJson.Default.SignInBody);
            problem = body is null ? "The body must be a JSON object." : null;
        }
        catch (JsonException exception)
        {
            problem = $"A member has another type than the documented one, at {exception.Path ?? "$"}.";
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

        [JsonPropertyName("tenantId")]
        public JsonElement? TenantId { get; init; }

        [JsonPropertyName("customData")]
        public JsonElement? CustomData { get; init; }
    }
}

/// <summary>Reads the body without reflection, so that a program with the tenant can be trimmed.</summary>
[JsonSourceGenerationOptions(MaxDepth = JsonValueReader.MaxDepth)]
[JsonSerializable(typeof(SignInBody))]
internal sealed partial class SignInJson : JsonSerializerContext;
