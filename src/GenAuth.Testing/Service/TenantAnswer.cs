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

    private TenantAnswer(string contentType, byte[] body) => (ContentType, Body) = (contentType, body);

    private TenantAnswer(int statusCode, ApiCode? apiCode, string message, JsonNode? data)
        : this("application/json; charset=utf-8", Envelope(statusCode, apiCode, message, data))
    {
    }

    public string ContentType { get; }

    public byte[] Body { get; }

    public HttpStatusCode HttpStatusCode { get; private init; } = HttpStatusCode.OK;

    /// <summary>The value of the <c>Retry-After</c> header, or <see langword="null"/> for none.</summary>
    public string? RetryAfter { get; private init; }

    public static TenantAnswer Success(JsonObject data) => new(200, null, "Success", data);

    public static TenantAnswer Refuse(int statusCode, string message, ApiCode? apiCode = null) => new(statusCode, apiCode, message, null);

    /// <summary>A request that is no valid HTTP.</summary>
    public static TenantAnswer BadHttp(int httpStatusCode) =>
        new(400, null, "The request is not valid HTTP, or its body broke off.", null) { HttpStatusCode = (HttpStatusCode)httpStatusCode };

    /// <summary>The tenant itself failed. The exception's message is left out: it may repeat the request.</summary>
    public static TenantAnswer Failed(Exception exception) =>
        new(500, null, $"The embedded tenant failed with {exception.GetType().Name}. Check the TimeProvider of its options; otherwise report this as a defect of GenAuth.Testing.", null)
        {
            HttpStatusCode = HttpStatusCode.InternalServerError,
        };

    /// <summary>See <see cref="Service.NotImplemented"/> for the messages.</summary>
    public static TenantAnswer NotImplemented(string message) => new(501, null, message, null) { HttpStatusCode = HttpStatusCode.NotImplemented };

    /// <summary>An address outside of the API: no envelope, so that no client takes it for a missing resource.</summary>
    public static TenantAnswer NoSuchPage() => new("text/plain; charset=utf-8", "There is nothing here. The embedded tenant serves the API below /api."u8.ToArray())
    {
        HttpStatusCode = HttpStatusCode.NotFound,
    };

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

    // By the SDK's own JSON library, because that is the one its models are annotated for.
    public static JsonNode? AsJson(object? data) => data is null
        ? null
        : JsonNode.Parse(Newtonsoft.Json.Linq.JToken.FromObject(data, Newtonsoft.Json.JsonSerializer.Create()).ToString(Newtonsoft.Json.Formatting.None));

    private static byte[] Envelope(int statusCode, ApiCode? apiCode, string message, JsonNode? data)
    {
        var envelope = new JsonObject { ["statusCode"] = statusCode, ["message"] = message };
        if (apiCode is { } code)
        {
            envelope["apiCode"] = code.Value;
        }

        envelope["requestId"] = Guid.NewGuid().ToString();

        // A failure without data has no such member, rather than a null.
        if (data is not null)
        {
            envelope["data"] = data;
        }

        return JsonSerializer.SerializeToUtf8Bytes(envelope, AsTheServiceWrites);
    }
}
