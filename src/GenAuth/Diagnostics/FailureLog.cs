using GenAuth.Text;
using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>What is logged of a call that failed. Never the exception itself: its text has the service's words in it.</summary>
internal static class FailureLog
{
    public static void Write(ILogger logger, string operation, Exception failure, int bytes, double milliseconds, int attempts)
    {
        switch (failure)
        {
            case GenAuthApiException refused:
                Write(logger, operation, refused, refused.RequestId is { } id ? MessageText.SingleLine(id) : null, milliseconds, attempts);
                if (refused.ServiceMessage is { } message)
                {
                    CallLog.Explained(logger, operation, MessageText.SingleLine(message));
                }

                break;
            case GenAuthTimeoutException late:
                CallLog.TimedOut(logger, operation, late.Scope, milliseconds, attempts);
                break;
            case GenAuthConnectionException broken:
                CallLog.Disconnected(logger, operation, CauseOf(broken.InnerException!), milliseconds, attempts);
                break;
            case GenAuthInvalidResponseException strange:
                CallLog.Misunderstood(logger, operation, strange.Problem, (int)strange.HttpStatusCode, bytes, milliseconds, attempts);
                break;
            default:
                CallLog.GivenUp(logger, operation, failure.GetType().Name, milliseconds, attempts);
                break;
        }
    }

    /// <summary>What a user's input or right can cause is everyday; what only the service or whoever runs the program can mend is not.</summary>
    private static void Write(ILogger logger, string operation, GenAuthApiException refused, string? requestId, double milliseconds, int attempts)
    {
        if (refused is GenAuthServerException or GenAuthNotImplementedException or GenAuthUpstreamException or GenAuthRateLimitedException or GenAuthPaymentRequiredException)
        {
            CallLog.Failed(logger, operation, refused.StatusCode, refused.ApiCode?.Value, requestId, milliseconds, attempts);
        }
        else
        {
            CallLog.Refused(logger, operation, refused.StatusCode, refused.ApiCode?.Value, requestId, milliseconds, attempts);
        }
    }

    /// <summary>The kinds of the platform's exceptions from the outermost in; their words may hold an address with its credentials.</summary>
    private static string CauseOf(Exception? exception)
    {
        var kinds = new List<string>();
        for (; exception is not null; exception = exception.InnerException)
        {
            kinds.Add(exception is System.Net.Sockets.SocketException { SocketErrorCode: var code } ? $"SocketException {code}" : exception.GetType().Name);
        }

        return string.Join(", ", kinds);
    }
}
