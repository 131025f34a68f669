using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;

namespace GenAuth.Testing.Service;

/// <summary>What the tenant says to one request: an envelope, and the few things around it.</summary>
internal sealed class TenantAnswer
{
    // The service does not escape & and +, and a captured answer is easier to read that way.
    private static readonly JsonSerializerOptions AsTheServiceWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonObject _envelope;

    private TenantAnswer(int statusCode, ApiCode? apiCode, string message, JsonNode? data)
    {
        _envelope = new JsonObject { ["statusCode"] = statusCode, ["message"] = message };
        if (apiCode is { } code)
        {
            _envelope["apiCode"] = code.Value;
        }

        _envelope["requestId"] = Guid.NewGuid().ToString();

        // A failure without data has no such member, rather than a null.
        if (data is not null)
        {
            _envelope["data"] = data;
        }
    }

    public HttpStatusCode HttpStatusCode { get; private init; } = HttpStatusCode.OK;

    /// <summary>The value of the <c>Retry-After</c> header, or <see langword="null"/> for none.</summary>
    public string? RetryAfter { get; private init; }

    public static TenantAnswer Success(JsonObject data) => new(200, null, "Success", data);

    public static TenantAnswer Refuse(int statusCode, string message, ApiCode? apiCode = null) => new(statusCode, apiCode, message, null);

    /// <summary>The answer that a test asked for.</summary>
    public static TenantAnswer Of(GenAuthTenantFailure failure) => new(
        failure.StatusCode,
        failure.ApiCode,
        failure.Message ?? failure.ApiCode?.Description ?? new StatusCode(failure.StatusCode).Description ?? "The test asked for this failure.",
        AsJson(failure.Data))
    {
        HttpStatusCode = failure.HttpStatusCode,
        RetryAfter = failure.RetryAfter is { } wait ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null,
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(_envelope, AsTheServiceWrites);

    // By the SDK's own JSON library, because that is the one its models are annotated for.
    public static JsonNode? AsJson(object? data) => data is null
        ? null
        : JsonNode.Parse(Newtonsoft.Json.Linq.JToken.FromObject(data, Newtonsoft.Json.JsonSerializer.Create()).ToString(Newtonsoft.Json.Formatting.None));
}
