using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GenAuth.Models;

namespace GenAuth.Testing.Service;

/// <summary>A response of the tenant: for the API an envelope, otherwise any content, with HTTP status and headers.</summary>
internal sealed class TenantResponse
{
    // The service does not escape & and +.
    private static readonly JsonSerializerOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string NotImplementedRemedy = "Use an HttpMessageHandler or a fake of the client's interface for this call, or run the test against a real user pool.";

    private TenantResponse(string contentType, byte[] body) => (ContentType, Body) = (contentType, body);

    private TenantResponse(int statusCode, ApiCode? apiCode, string message, JsonNode? data)
        : this("application/json; charset=utf-8", CreateEnvelope(statusCode, apiCode, message, data))
    {
    }

    public string ContentType { get; }

    public byte[] Body { get; }

    public HttpStatusCode HttpStatusCode { get; private init; } = HttpStatusCode.OK;

    /// <summary>The headers beside those of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private init; } = [];

    /// <summary>A response without an envelope.</summary>
    public static TenantResponse Create(HttpStatusCode status, string contentType, string body) => new(contentType, Encoding.UTF8.GetBytes(body)) { HttpStatusCode = status };

    public static TenantResponse Success(JsonObject data) => new(200, null, "Success", data);

    public static TenantResponse Error(int statusCode, string message, ApiCode? apiCode = null) => new(statusCode, apiCode, message, null);

    /// <summary>The request is not valid HTTP.</summary>
    public static TenantResponse InvalidHttp(int httpStatusCode) =>
        new(400, null, "The request is not valid HTTP, or its body is incomplete.", null) { HttpStatusCode = (HttpStatusCode)httpStatusCode };

    /// <summary>The tenant itself failed. The message of the exception is omitted, because it may contain parts of the request.</summary>
    public static TenantResponse InternalError(Exception exception) =>
        new(500, null, $"The embedded tenant failed with {exception.GetType().Name}. Check the TimeProvider of its options; otherwise report this as a defect of GenAuth.Testing.", null)
        {
            HttpStatusCode = HttpStatusCode.InternalServerError,
        };

    public static TenantResponse OperationNotImplemented(ApiOperation operation) =>
        NotImplemented($"The embedded tenant does not implement {operation.Method} ({operation.Verb} {operation.Path}). {NotImplementedRemedy}");

    /// <param name="operation">Verb and path.</param>
    /// <param name="parameter">The name of the parameter in the request, or a description of its value.</param>
    public static TenantResponse ParameterNotImplemented(string operation, string parameter) =>
        NotImplemented($"The embedded tenant does not implement {parameter} of {operation}. {NotImplementedRemedy}");

    /// <summary>A path below <c>/api</c> that is not in the API.</summary>
    public static TenantResponse UnknownOperation(string verb, string path)
    {
        var verbs = string.Join(", ", ApiOperations.GetByPath(path).Select(operation => operation.Verb));
        var hint = verbs.Length > 0 ? $"The API has {verbs} at this path." : "Check the path, including its case.";
        return NotImplemented($"{verb} {path} is not an operation of the API. {hint}");
    }

    /// <summary>An address outside of the API. It has no envelope, so that clients do not report a missing resource.</summary>
    public static TenantResponse NotFoundPage() => Create(
        HttpStatusCode.NotFound, "text/plain; charset=utf-8", "Not found. The embedded tenant serves the API below /api, OpenID Connect below /oidc, OAuth 2.0 below /oauth, and CAS below /cas-idp.");

    /// <summary>A failure that a test requested.</summary>
    public static TenantResponse FromFailure(GenAuthTenantFailure failure)
    {
        var response = new TenantResponse(
            failure.StatusCode,
            failure.ApiCode,
            failure.Message ?? failure.ApiCode?.Description ?? new StatusCode(failure.StatusCode).Description ?? "The test requested this failure.",
            ToJson(failure.Data))
        {
            HttpStatusCode = failure.HttpStatusCode,
        };
        return failure.RetryAfter is { } delay ? response.WithRetryAfter(delay) : response;
    }

    /// <summary>A copy with one more header.</summary>
    public TenantResponse WithHeader(string name, string value) =>
        new(ContentType, Body) { HttpStatusCode = HttpStatusCode, Headers = [.. Headers, KeyValuePair.Create(name, value)] };

    public TenantResponse WithRetryAfter(TimeSpan delay) => WithHeader("Retry-After", Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture));

    /// <summary>JSON with the escaping of the service.</summary>
    public static string Write(JsonObject value) => value.ToJsonString(WriterOptions);

    // Newtonsoft.Json, because the attributes of the SDK's types are those of that library.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Types of the API are written by a converter that they keep; GenAuthTenantFailure.Data tells what other types need.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Types of the API are written by a converter that they keep; GenAuthTenantFailure.Data tells what other types need.")]
    public static JsonNode? ToJson(object? data) => data is null
        ? null
        : JsonNode.Parse(Newtonsoft.Json.Linq.JToken.FromObject(data, Newtonsoft.Json.JsonSerializer.Create()).ToString(Newtonsoft.Json.Formatting.None));

    // HTTP 501 becomes a GenAuthNotImplementedException, so that tests cannot mistake it for an error of the service.
    private static TenantResponse NotImplemented(string message) => new(501, null, message, null) { HttpStatusCode = HttpStatusCode.NotImplemented };

    private static byte[] CreateEnvelope(int statusCode, ApiCode? apiCode, string message, JsonNode? data)
    {
        var envelope = new JsonObject { ["statusCode"] = statusCode, ["message"] = message };
        if (apiCode is { } code)
        {
            envelope["apiCode"] = code.Value;
        }

        envelope["requestId"] = Guid.NewGuid().ToString();

        // The service omits data instead of writing null.
        if (data is not null)
        {
            envelope["data"] = data;
        }

        return Encoding.UTF8.GetBytes(Write(envelope));
    }
}
