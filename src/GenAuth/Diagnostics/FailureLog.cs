using GenAuth.Text;
using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>Logs a failed call. The exception itself is not logged, because its text contains the service's message.</summary>
internal static class FailureLog
{
    public static void Write(ILogger logger, string operation, Exception failure, int bytes, double milliseconds, int attempts)
    {
        switch (failure)
        {
            case GenAuthApiException error:
                Write(logger, operation, error, error.RequestId is { } id ? TextSanitizer.ToSingleLine(id) : null, milliseconds, attempts);
                if (error.ServiceMessage is { } message)
                {
                    CallLog.ServiceMessage(logger, operation, TextSanitizer.ToSingleLine(message));
                }

                break;
            case GenAuthTimeoutException timeout:
                CallLog.TimedOut(logger, operation, timeout.Scope, milliseconds, attempts);
                break;
            case GenAuthConnectionException connection:
                CallLog.Disconnected(logger, operation, GetTypes(connection.InnerException!), milliseconds, attempts);
                break;
            case GenAuthInvalidResponseException invalid:
                CallLog.InvalidResponse(logger, operation, invalid.Problem, (int)invalid.HttpStatusCode, bytes, milliseconds, attempts);
                break;
            case GenAuthCredentialException credential:
                CallLog.CredentialFailed(logger, operation, credential.Provider, credential.InnerException?.GetType().Name ?? "an invalid credential", milliseconds, attempts);
                break;
            default:
                CallLog.Aborted(logger, operation, failure.GetType().Name, milliseconds, attempts);
                break;
        }
    }

    /// <summary>Errors that users can cause are Information. Errors that only the service or the operator can fix are Warning.</summary>
    private static void Write(ILogger logger, string operation, GenAuthApiException error, string? requestId, double milliseconds, int attempts)
    {
        if (error is not GenAuthActionRequiredException && error.StatusCode is 402 or 429 or (>= 500 and < 700))
        {
            CallLog.Failed(logger, operation, error.StatusCode, error.ApiCode?.Value, requestId, milliseconds, attempts);
        }
        else
        {
            CallLog.Refused(logger, operation, error.StatusCode, error.ApiCode?.Value, requestId, milliseconds, attempts);
        }
    }

    /// <summary>The types of an exception and its inner exceptions. Their messages may contain an address with credentials.</summary>
    private static string GetTypes(Exception? exception)
    {
        var types = new List<string>();
        for (; exception is not null; exception = exception.InnerException)
        {
            types.Add(exception is System.Net.Sockets.SocketException { SocketErrorCode: var code } ? $"SocketException {code}" : exception.GetType().Name);
        }

        return string.Join(", ", types);
    }
}
