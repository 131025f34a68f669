using GenAuth.Serialization;
using GenAuth.Text;
using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>
/// The log events. Their IDs are documented in <c>docs/observability.md</c> and never change their meaning. Events of the level
/// Information and above contain no message of the service, because it may quote the request.
/// </summary>
internal static partial class CallLog
{
    /// <summary>Longer bodies are truncated, because a response may have millions of characters.</summary>
    private const int MaxBodyLength = 32 * 1024;

    [LoggerMessage(1, LogLevel.Debug, "{Operation} succeeded in {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Succeeded(ILogger logger, string operation, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Information, "{Operation} was refused: {StatusCode}, apiCode {ApiCode}, requestId {RequestId}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Refused(ILogger logger, string operation, int statusCode, int? apiCode, string? requestId, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed in the service: {StatusCode}, apiCode {ApiCode}, requestId {RequestId}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Failed(ILogger logger, string operation, int statusCode, int? apiCode, string? requestId, double milliseconds, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} timed out, limit: {Limit}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void TimedOut(ILogger logger, string operation, GenAuthTimeoutScope limit, double milliseconds, int attempts);

    [LoggerMessage(5, LogLevel.Warning, "{Operation} received no complete response: {Cause}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Disconnected(ILogger logger, string operation, string cause, double milliseconds, int attempts);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} received a response that is not valid for the API: {Problem}, HTTP {HttpStatusCode}, {Bytes} bytes, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void InvalidResponse(ILogger logger, string operation, GenAuthResponseProblem problem, int httpStatusCode, int bytes, double milliseconds, int attempts);

    [LoggerMessage(7, LogLevel.Debug, "{Operation} was aborted: {Reason}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Aborted(ILogger logger, string operation, string reason, double milliseconds, int attempts);

    [LoggerMessage(8, LogLevel.Warning, "{Operation} is retried in {Delay} ms, retry {Number}, after {Failure}")]
    public static partial void Retrying(ILogger logger, string operation, double delay, int number, string failure);

    [LoggerMessage(9, LogLevel.Warning, "{Setting} is used: {Consequence}")]
    public static partial void Insecure(ILogger logger, string setting, string consequence);

    [LoggerMessage(10, LogLevel.Debug, "{Operation} sends {Method} with query {Query} and body {Body}")]
    public static partial void Request(ILogger logger, string operation, string method, string query, string body);

    [LoggerMessage(11, LogLevel.Debug, "{Operation} received HTTP {HttpStatusCode} with body {Body}")]
    public static partial void Response(ILogger logger, string operation, int httpStatusCode, string body);

    [LoggerMessage(12, LogLevel.Debug, "{Operation} was refused with the message: {Message}")]
    public static partial void ServiceMessage(ILogger logger, string operation, string message);

    [LoggerMessage(13, LogLevel.Debug, "{Operation} received a response that differs from the API document: {Kind}, {Location}")]
    public static partial void SchemaDrift(ILogger logger, string operation, SchemaDriftKind kind, string location);

    [LoggerMessage(14, LogLevel.Warning, "{Operation}: the SchemaDriftObserver threw {Failure}")]
    public static partial void ObserverFailed(ILogger logger, string operation, string failure);

    [LoggerMessage(15, LogLevel.Warning, "The management token in the distributed cache is ignored: {Reason}")]
    public static partial void CachedTokenIgnored(ILogger logger, string reason);

    [LoggerMessage(16, LogLevel.Warning, "The distributed cache failed to {Use} the management token: {Failure}. The client continues without the cache")]
    public static partial void TokenCacheFailed(ILogger logger, string use, string failure);

    [LoggerMessage(17, LogLevel.Warning, "{Operation} was not sent: the credential provider {Provider} failed with {Failure}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void CredentialFailed(ILogger logger, string operation, string provider, string failure, double milliseconds, int attempts);

    [LoggerMessage(18, LogLevel.Information, "The changed settings are used for calls that start from now on")]
    public static partial void SettingsApplied(ILogger logger);

    [LoggerMessage(19, LogLevel.Warning, "The changed settings are not used, the last valid ones stay in use: {Problem}")]
    public static partial void SettingsRefused(ILogger logger, string problem);

    /// <summary>The JSON of a body for events 10 and 11. Sensitive members are masked, and a body of another type than those of the API is masked completely.</summary>
    public static string FormatBody(object? body)
    {
        if (body is null)
        {
            return "(none)";
        }

        var text = GenAuthJson.ToLogText(body);
        return TextSanitizer.EscapeInvisible(text.Length > MaxBodyLength ? text.Remove(MaxBodyLength) + "…" : text);
    }
}
