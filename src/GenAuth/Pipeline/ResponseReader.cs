using System.Diagnostics.CodeAnalysis;
using System.Text;
using GenAuth.Drift;
using GenAuth.Serialization;
using GenAuth.Settings;
using GenAuth.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonElement = System.Text.Json.JsonElement;

namespace GenAuth.Pipeline;

/// <summary>
/// Reads a response as the operation's type, or throws the exception that describes the failure. The <c>statusCode</c> of the body
/// decides, because the service responds with HTTP 200 to errors too.
/// </summary>
internal static class ResponseReader
{
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="response">The response.</param>
    /// <param name="drift">Records schema drift, or <see langword="null"/>. It stays empty if the response is not valid for the API.</param>
    public static T Decode<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, SchemaDriftRecorder? drift = null)
    {
        var isEnvelope = typeof(IApiResponse).IsAssignableFrom(typeof(T));
        try
        {
            JsonException? failure = null;
            if (isEnvelope && TryReadSuccess<T>(response, drift, out var success, out failure))
            {
                return success!;
            }

            drift?.Clear();
            return DecodeByEnvelope<T>(operation, response, isEnvelope, failure, drift);
        }
        catch (ReadLimitException exception)
        {
            drift?.Clear();
            throw response.CreateException(operation, exception.Problem, exception.Message);
        }
    }

    /// <summary>The request ID in the body of a success, or <see langword="null"/>.</summary>
    public static string? GetRequestId<T>(ApiResponse response, T value) => value is IApiResponse envelope ? envelope.RequestId : GetRequestId(response);

    /// <summary>Reads a successful response, which is the common case, in one pass. <see cref="DecodeByEnvelope"/> handles all others.</summary>
    private static bool TryReadSuccess<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiResponse response, SchemaDriftRecorder? drift, out T? success, out JsonException? failure)
    {
        success = default;
        failure = null;
        if (response.IsTooLarge || response.UnknownCharset is not null || !response.IsHttpSuccess)
        {
            return false;
        }

        try
        {
            success = GenAuthJson.Read<T>(response.Body, drift, response.Limits);
            return success is IApiResponse { StatusCode: ApiEnvelope.Success };
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            failure = exception;
            return false;
        }
    }

    private static T DecodeByEnvelope<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, bool isEnvelope, JsonException? failure, SchemaDriftRecorder? drift)
    {
        if (response.IsTooLarge)
        {
            throw response.CreateException(operation, GenAuthResponseProblem.TooLarge,
                FormattableString.Invariant($"the body has more bytes than MaxResponseBytes allows ({response.Length}). Ask for less at once, or raise that option."));
        }

        if (response.UnknownCharset is { } charset && !response.IsHttpRedirect)
        {
            throw response.CreateException(operation, GenAuthResponseProblem.UnknownCharset,
                $"the body is declared in the charset \"{TextSanitizer.ToSingleLine(charset)}\", which this platform does not support. Check the proxies and gateways between this program and the service.");
        }

        var first = response.GetFirstByte();
        if (first != '{' && (isEnvelope || !response.IsHttpSuccess || !CanBePlain<T>(first)))
        {
            throw NotApiResponse(operation, response, isEmpty: first is null);
        }

        var envelope = first == '{' ? ReadEnvelope(operation, response, isEnvelope) : null;
        switch (envelope?.StatusCode ?? (isEnvelope ? null : envelope?.LegacyStatusCode))
        {
            case ApiEnvelope.Success when response.IsHttpSuccess && !isEnvelope && GetWrappedData<T>(response) is { } data:
                return ReadData<T>(operation, response, data, drift);
            case ApiEnvelope.Success when response.IsHttpSuccess && failure is not null:
                throw Unreadable(operation, response, failure);
            case ApiEnvelope.Success when response.IsHttpSuccess:
            case null when response.IsHttpSuccess && !isEnvelope:
                return first is null ? EmptyResult<T>() : Read<T>(operation, response, drift);
            case null when response.IsHttpSuccess:
                throw NoStatusCode(operation, response, envelope?.RequestId);
            case null or ApiEnvelope.Success when response.IsHttpRedirect:
                throw Redirect(operation, response);
            default:
                // If the HTTP status and the body disagree, the error takes precedence.
                RecordDrift<T>(drift, response, envelope!);
                throw CreateApiException(operation, response, envelope!, (envelope!.StatusCode ?? envelope.LegacyStatusCode) is { } stated and not ApiEnvelope.Success ? stated : (int)response.HttpStatusCode);
        }
    }

    /// <summary>True for a list, which cannot have a <c>statusCode</c>. If the document does not describe the response, also for scalars and an empty body.</summary>
    private static bool CanBePlain<T>(byte? first) =>
        // A comment is not accepted, because the JSON reader skips it, and an object with an error status could follow.
        first == '[' || ((typeof(T) == typeof(JToken) || typeof(T) == typeof(JsonElement)) && first is null or (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (byte)'t' or (byte)'f' or (byte)'n');

    /// <summary>The result of an empty body: a null token, or an undefined element.</summary>
    private static T EmptyResult<T>() => typeof(T) == typeof(JsonElement) ? default! : (T)(object)JValue.CreateNull();

    /// <summary>The <c>data</c> of an envelope that some deployments add to responses that are documented without one; otherwise <see langword="null"/>.</summary>
    private static string? GetWrappedData<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiResponse response)
    {
        if (!typeof(ExtensibleObject).IsAssignableFrom(typeof(T)) || typeof(T).GetProperty("Data") is not null)
        {
            return null;
        }

        return ReadPartialEnvelope(response).Data is { Length: > 0 } data && data[0] == '{' ? data : null;
    }

    private static T ReadData<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, string data, SchemaDriftRecorder? drift)
    {
        try
        {
            return GenAuthJson.Read<T>(Encoding.UTF8.GetBytes(data), drift, response.Limits)!;
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            drift?.Clear();
            throw WrongType(operation, response, exception);
        }
    }

    private static ApiEnvelope ReadEnvelope(string operation, ApiResponse response, bool isEnvelope)
    {
        try
        {
            return ApiEnvelope.Read(response.Body, untilSuccess: response.IsHttpSuccess, findConflict: !isEnvelope, response.Limits);
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            throw Malformed(operation, response, exception);
        }
    }

    private static T Read<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, SchemaDriftRecorder? drift)
    {
        try
        {
            var value = GenAuthJson.Read<T>(response.Body, drift, response.Limits)!;
            if (value is not IApiResponse { StatusCode: not ApiEnvelope.Success and var statusCode })
            {
                return value;
            }

            // The body has a second statusCode, which is an error and takes precedence.
            var envelope = ReadPartialEnvelope(response);
            RecordDrift<T>(drift, response, envelope);
            throw CreateApiException(operation, response, envelope, statusCode);
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            drift?.Clear();
            throw Unreadable(operation, response, exception);
        }
    }

    // There is no inner exception, because its message contains values of the body.
    private static GenAuthInvalidResponseException Unreadable(string operation, ApiResponse response, JsonException failure) =>
        GenAuthJson.IsJson(response.Body, response.Limits) ? WrongType(operation, response, failure) : Malformed(operation, response, failure);

    private static GenAuthInvalidResponseException WrongType(string operation, ApiResponse response, JsonException exception) =>
        response.CreateException(operation, GenAuthResponseProblem.WrongType,
            $"{JsonErrorPosition.GetMember(exception)} has a type that cannot be read as the documented one. Update the SDK, or report the difference.",
            GetRequestId(response));

    /// <summary>Records how an error response differs from the document.</summary>
    private static void RecordDrift<T>(SchemaDriftRecorder? drift, ApiResponse response, ApiEnvelope envelope)
    {
        if (drift is not null)
        {
            drift.Clear();
            EnvelopeDrift.Record(drift, envelope, typeof(IApiResponse).IsAssignableFrom(typeof(T)) ? typeof(T).Name : null, response.Body, response.Limits);
        }
    }

    private static GenAuthApiException CreateApiException(string operation, ApiResponse response, ApiEnvelope envelope, int statusCode) => GenAuthApiException.Create(new()
    {
        Operation = operation,
        StatusCode = statusCode,
        ApiCode = envelope.ApiCode,
        Message = envelope.Message,
        RequestId = envelope.RequestId ?? response.HeaderRequestId,
        HttpStatusCode = response.HttpStatusCode,
        RetryAfter = response.RetryAfter,
        ErrorData = envelope.Data,
    });

    private static GenAuthInvalidResponseException NotApiResponse(string operation, ApiResponse response, bool isEmpty)
    {
        if (response.IsHttpRedirect)
        {
            return Redirect(operation, response);
        }

        if (isEmpty)
        {
            return response.CreateException(operation, GenAuthResponseProblem.Empty,
                "the body is empty. Check the host in the client's options, and the proxies and gateways between this program and the service.");
        }

        return GenAuthJson.IsJson(response.Body, response.Limits)
            ? NoStatusCode(operation, response, null)
            : response.CreateException(operation, GenAuthResponseProblem.NotJson,
                "the body is not JSON; a proxy or gateway responded instead of the service. Check the host in the client's options, or try again later.");
    }

    private static GenAuthInvalidResponseException NoStatusCode(string operation, ApiResponse response, string? requestId) =>
        response.CreateException(operation, GenAuthResponseProblem.NoStatusCode,
            "the body has no numeric statusCode, so the result of the call is unknown. Check that the host in the client's options is the service itself.",
            requestId);

    private static GenAuthInvalidResponseException Redirect(string operation, ApiResponse response)
    {
        // Only the origin, because path and query of a redirect may contain codes and tokens.
        var target = response.Location is { IsAbsoluteUri: true } location ? " to " + ServiceEndpoint.OriginOf(location) : string.Empty;
        return response.CreateException(operation, GenAuthResponseProblem.Redirect,
            $"the server redirects{target}, which this call does not follow. Set the host in the client's options to the final address.");
    }

    private static GenAuthInvalidResponseException Malformed(string operation, ApiResponse response, JsonException exception) =>
        response.CreateException(operation, GenAuthResponseProblem.Malformed, $"the body's JSON is truncated or malformed at {JsonErrorPosition.GetPosition(exception)}. Try again.", GetRequestId(response));

    private static string? GetRequestId(ApiResponse response) => ReadPartialEnvelope(response, includesData: false).RequestId;

    private static ApiEnvelope ReadPartialEnvelope(ApiResponse response, bool includesData = true) =>
        ApiEnvelope.ReadPartial(response.Body, response.Limits, includesData);
}
