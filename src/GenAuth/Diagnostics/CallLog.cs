using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>
/// What is logged. The numbers are promised in <c>docs/observability.md</c>: none changes its meaning. From Information up
/// nothing is a text of the service, since it may quote what was sent.
/// </summary>
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} succeeded in {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Succeeded(ILogger logger, string operation, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Information, "{Operation} was refused: {StatusCode}, apiCode {ApiCode}, requestId {RequestId}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Refused(ILogger logger, string operation, int statusCode, int? apiCode, string? requestId, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "{Operation} failed in the service: {StatusCode}, apiCode {ApiCode}, requestId {RequestId}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Failed(ILogger logger, string operation, int statusCode, int? apiCode, string? requestId, double milliseconds, int attempts);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} took too long, limit: {Limit}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void TimedOut(ILogger logger, string operation, GenAuthTimeoutScope limit, double milliseconds, int attempts);

    [LoggerMessage(5, LogLevel.Warning, "{Operation} got no complete answer: {Cause}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Disconnected(ILogger logger, string operation, string cause, double milliseconds, int attempts);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} got an answer that is none of the API's: {Problem}, HTTP {HttpStatusCode}, {Bytes} bytes, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void Misunderstood(ILogger logger, string operation, GenAuthResponseProblem problem, int httpStatusCode, int bytes, double milliseconds, int attempts);

    [LoggerMessage(7, LogLevel.Debug, "{Operation} was given up: {Reason}, {Milliseconds} ms, attempts: {Attempts}")]
    public static partial void GivenUp(ILogger logger, string operation, string reason, double milliseconds, int attempts);

    [LoggerMessage(8, LogLevel.Warning, "{Operation} is sent again in {Wait} ms, repetition {Number}, after {Failure}")]
    public static partial void Repeated(ILogger logger, string operation, double wait, int number, string failure);

    [LoggerMessage(9, LogLevel.Warning, "{Setting} is used: {Consequence}")]
    public static partial void Insecure(ILogger logger, string setting, string consequence);

    [LoggerMessage(10, LogLevel.Debug, "{Operation} sends {Method} with query {Query} and body {Body}")]
    public static partial void Request(ILogger logger, string operation, string method, string query, string body);

    [LoggerMessage(11, LogLevel.Debug, "{Operation} received HTTP {HttpStatusCode} with body {Body}")]
    public static partial void Response(ILogger logger, string operation, int httpStatusCode, string body);

    [LoggerMessage(12, LogLevel.Debug, "{Operation} was refused with the words: {Message}")]
    public static partial void Explained(ILogger logger, string operation, string message);

    [LoggerMessage(13, LogLevel.Debug, "{Operation} was answered otherwise than documented: {Kind}, {Place}")]
    public static partial void Drifted(ILogger logger, string operation, SchemaDriftKind kind, string place);

    [LoggerMessage(14, LogLevel.Warning, "{Operation}: the SchemaDriftObserver threw {Failure}")]
    public static partial void ObserverFailed(ILogger logger, string operation, string failure);

    [LoggerMessage(15, LogLevel.Warning, "The management token in the distributed cache is ignored: {Reason}")]
    public static partial void CachedTokenIgnored(ILogger logger, string reason);

    [LoggerMessage(16, LogLevel.Warning, "The distributed cache failed to {Use} the management token: {Failure}. The client goes on without it")]
    public static partial void TokenCacheFailed(ILogger logger, string use, string failure);
}
