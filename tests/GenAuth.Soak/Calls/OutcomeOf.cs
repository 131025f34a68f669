using System.Net;
using GenAuth.Soak.Plan;

namespace GenAuth.Soak.Calls;

/// <summary>Maps the exceptions of the SDK to outcomes.</summary>
internal static class OutcomeOf
{
    public static Outcome Failure(Exception exception, CancellationToken asked) => exception switch
    {
        OperationCanceledException when asked.IsCancellationRequested => Outcome.Cancelled,
        GenAuthConnectionException => Outcome.Connection,
        GenAuthTimeoutException { Scope: GenAuthTimeoutScope.Attempt } => Outcome.AttemptTimeout,
        GenAuthTimeoutException { Scope: GenAuthTimeoutScope.Call } => Outcome.CallTimeout,
        GenAuthRateLimitedException { RetryAfter: { } wait } when wait == TimeSpan.FromSeconds(1) => Outcome.RateLimited,
        GenAuthServerException { StatusCode: 500 } => Outcome.ServerError,
        GenAuthNotFoundException => Outcome.NotFound,
        GenAuthUnauthorizedException => Outcome.Unauthorized,
        GenAuthInvalidResponseException { HttpStatusCode: HttpStatusCode.ServiceUnavailable } => Outcome.Unavailable,
        GenAuthInvalidResponseException response => Problem(response.Problem),
        _ => Outcome.Other,
    };

    /// <summary>The text of the call, if the failure has it.</summary>
    public static string? RequestId(Exception exception) => exception switch
    {
        GenAuthApiException refused => refused.RequestId ?? string.Empty,
        GenAuthInvalidResponseException strange => strange.RequestId,
        _ => null,
    };

    private static Outcome Problem(GenAuthResponseProblem problem) => problem switch
    {
        GenAuthResponseProblem.Empty => Outcome.Empty,
        GenAuthResponseProblem.NotJson => Outcome.NotJson,
        GenAuthResponseProblem.Malformed => Outcome.Malformed,
        GenAuthResponseProblem.WrongType => Outcome.WrongType,
        GenAuthResponseProblem.NoStatusCode => Outcome.NoStatusCode,
        GenAuthResponseProblem.TooLarge => Outcome.TooLarge,
        GenAuthResponseProblem.Redirect => Outcome.Redirect,
        _ => Outcome.Other,
    };
}
