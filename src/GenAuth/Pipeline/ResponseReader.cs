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
/// Turns an answer into the operation's response or the exception that says why there is none. The body's
/// <c>statusCode</c> decides, because the service answers HTTP 200 even for refusals.
/// </summary>
internal static class ResponseReader
{
    /// <param name="operation">The operation, for messages.</param>
    /// <param name="response">The answer.</param>
    /// <param name="drift">Takes down how it differs from the document, if anybody asks. Of an answer that is none nothing is left there.</param>
    public static T Decode<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, DriftNotes? drift = null)
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
            return Judge<T>(operation, response, isEnvelope, failure, drift);
        }
        catch (ReadLimitException exception)
        {
            drift?.Clear();
            throw response.Refuse(operation, exception.Problem, exception.Message);
        }
    }

    /// <summary>The request's identifier in the body of a success, if there is one.</summary>
    public static string? RequestIdOf<T>(ApiResponse response, T value) => value is IApiResponse envelope ? envelope.RequestId : RequestIdOf(response);

    /// <summary>Nearly all answers are what they should be, and are read once. <see cref="Judge"/> finds out what any other is.</summary>
    private static bool TryReadSuccess<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiResponse response, DriftNotes? drift, out T? success, out JsonException? failure)
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

    private static T Judge<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, bool isEnvelope, JsonException? failure, DriftNotes? drift)
    {
        if (response.IsTooLarge)
        {
            throw response.Refuse(operation, GenAuthResponseProblem.TooLarge,
                FormattableString.Invariant($"the body has more bytes than MaxResponseBytes allows ({response.Length}). Ask for less at once, or raise that option."));
        }

        if (response.UnknownCharset is { } charset && !response.IsHttpRedirect)
        {
            throw response.Refuse(operation, GenAuthResponseProblem.UnknownCharset,
                $"the body is declared in the charset \"{MessageText.SingleLine(charset)}\", which is not known here, so it cannot be read. Check what stands between this program and the service.");
        }

        var first = response.FirstByte();
        if (first != '{' && (isEnvelope || !response.IsHttpSuccess || !CanBePlain<T>(first)))
        {
            throw NotTheApi(operation, response, isEmpty: first is null);
        }

        var envelope = first == '{' ? ReadEnvelope(operation, response, isEnvelope) : null;
        switch (envelope?.StatusCode ?? (isEnvelope ? null : envelope?.OlderStatusCode))
        {
            case ApiEnvelope.Success when response.IsHttpSuccess && !isEnvelope && WrappedData<T>(response) is { } data:
                return ReadData<T>(operation, response, data, drift);
            case ApiEnvelope.Success when response.IsHttpSuccess && failure is not null:
                throw Unreadable(operation, response, failure);
            case ApiEnvelope.Success when response.IsHttpSuccess:
            case null when response.IsHttpSuccess && !isEnvelope:
                return first is null ? NoContent<T>() : Read<T>(operation, response, drift);
            case null when response.IsHttpSuccess:
                throw NoStatusCode(operation, response, envelope?.RequestId);
            case null or ApiEnvelope.Success when response.IsHttpRedirect:
                throw Redirect(operation, response);
            default:
                // Where the HTTP status and the body disagree, a refusal by either is a refusal.
                Note<T>(drift, response, envelope!);
                throw Refusal(operation, response, envelope!, (envelope!.StatusCode ?? envelope.OlderStatusCode) is { } stated and not ApiEnvelope.Success ? stated : (int)response.HttpStatusCode);
        }
    }

    /// <summary>A list has no members to state an outcome; where the form is not documented, nothing is refused.</summary>
    private static bool CanBePlain<T>(byte? first) =>
        // The JSON reader skips comments, behind which an object could hide the refusal that it states.
        first == '[' || ((typeof(T) == typeof(JToken) || typeof(T) == typeof(JsonElement)) && first is null or (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') or (byte)'t' or (byte)'f' or (byte)'n');

    /// <summary>The result of an empty body: a null token, or an element of no kind.</summary>
    private static T NoContent<T>() => typeof(T) == typeof(JsonElement) ? default! : (T)(object)JValue.CreateNull();

    /// <summary>Some deployments put an envelope around the answers that are documented without one: what is in it, if it is there.</summary>
    private static string? WrappedData<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(ApiResponse response)
    {
        if (!typeof(ExtensibleObject).IsAssignableFrom(typeof(T)) || typeof(T).GetProperty("Data") is not null)
        {
            return null;
        }

        return WholeEnvelope(response).Data is { Length: > 0 } data && data[0] == '{' ? data : null;
    }

    private static T ReadData<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, string data, DriftNotes? drift)
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
            return ApiEnvelope.Read(response.Body, untilSuccess: response.IsHttpSuccess, thenForContradiction: !isEnvelope, response.Limits);
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            throw Malformed(operation, response, exception);
        }
    }

    private static T Read<[DynamicallyAccessedMembers(Trimming.ResponseType)] T>(string operation, ApiResponse response, DriftNotes? drift)
    {
        try
        {
            var value = GenAuthJson.Read<T>(response.Body, drift, response.Limits)!;
            if (value is not IApiResponse { StatusCode: not ApiEnvelope.Success and var statusCode })
            {
                return value;
            }

            // A second statusCode in the same body contradicts the first, and no success may rest on a contradiction.
            var envelope = WholeEnvelope(response);
            Note<T>(drift, response, envelope);
            throw Refusal(operation, response, envelope, statusCode);
        }
        catch (JsonException exception) when (exception is not ReadLimitException)
        {
            drift?.Clear();
            throw Unreadable(operation, response, exception);
        }
    }

    // The inner exception is left out on purpose: its message repeats values of the body.
    private static GenAuthInvalidResponseException Unreadable(string operation, ApiResponse response, JsonException failure) =>
        GenAuthJson.IsJson(response.Body, response.Limits) ? WrongType(operation, response, failure) : Malformed(operation, response, failure);

    private static GenAuthInvalidResponseException WrongType(string operation, ApiResponse response, JsonException exception) =>
        response.Refuse(operation, GenAuthResponseProblem.WrongType,
            $"{JsonPlace.Member(exception)} has a type that cannot be read as the documented one. Update the SDK, or report the difference.",
            RequestIdOf(response));

    /// <summary>How a refusal differs from the document.</summary>
    private static void Note<T>(DriftNotes? drift, ApiResponse response, ApiEnvelope envelope)
    {
        if (drift is not null)
        {
            drift.Clear();
            EnvelopeDrift.Note(drift, envelope, typeof(IApiResponse).IsAssignableFrom(typeof(T)) ? typeof(T).Name : null, response.Body, response.Limits);
        }
    }

    private static GenAuthApiException Refusal(string operation, ApiResponse response, ApiEnvelope envelope, int statusCode) => GenAuthApiException.Create(new()
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

    private static GenAuthInvalidResponseException NotTheApi(string operation, ApiResponse response, bool isEmpty)
    {
        if (response.IsHttpRedirect)
        {
            return Redirect(operation, response);
        }

        if (isEmpty)
        {
            return response.Refuse(operation, GenAuthResponseProblem.Empty,
                "the body is empty. Check the host in the client's options, and what stands between this program and the service.");
        }

        return GenAuthJson.IsJson(response.Body, response.Limits)
            ? NoStatusCode(operation, response, null)
            : response.Refuse(operation, GenAuthResponseProblem.NotJson,
                "the body is not JSON; a proxy or gateway answered in the service's place. Check the host in the client's options, or try again later.");
    }

    private static GenAuthInvalidResponseException NoStatusCode(string operation, ApiResponse response, string? requestId) =>
        response.Refuse(operation, GenAuthResponseProblem.NoStatusCode,
            "the body has no numeric statusCode, so nobody can tell whether the call succeeded. Check that the host in the client's options is the service itself.",
            requestId);

    private static GenAuthInvalidResponseException Redirect(string operation, ApiResponse response)
    {
        // Only the origin: path and query of a redirect may carry codes and tokens.
        var target = response.Location is { IsAbsoluteUri: true } location ? " to " + ServiceEndpoint.OriginOf(location) : string.Empty;
        return response.Refuse(operation, GenAuthResponseProblem.Redirect,
            $"the server redirects{target}, which this call does not follow. Set the host in the client's options to the final address.");
    }

    private static GenAuthInvalidResponseException Malformed(string operation, ApiResponse response, JsonException exception) =>
        response.Refuse(operation, GenAuthResponseProblem.Malformed, $"the body's JSON is cut off or malformed at {JsonPlace.Position(exception)}. Try again.", RequestIdOf(response));

    private static string? RequestIdOf(ApiResponse response) => WholeEnvelope(response, withData: false).RequestId;

    private static ApiEnvelope WholeEnvelope(ApiResponse response, bool withData = true) =>
        ApiEnvelope.ReadUpToDamage(response.Body, response.Limits, withData);
}
