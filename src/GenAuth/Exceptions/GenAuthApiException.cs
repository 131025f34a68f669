using System.Net;
using GenAuth.Exceptions;
using GenAuth.Models;
using GenAuth.Text;

namespace GenAuth;

/// <summary>
/// The service answered and said no. The subclass tells the kind by <c>statusCode</c>, <see cref="ApiCode"/> the cause,
/// <see cref="Remedy"/> what to do about it.
/// </summary>
public class GenAuthApiException : GenAuthException
{
    private readonly GenAuthApiError _error;
    private string? _message;
    private string? _remedy;

    /// <summary>Makes the exception of an error. <see cref="Create"/> picks the subclass as well.</summary>
    /// <param name="error">What the service said.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public GenAuthApiException(GenAuthApiError error)
        : base(Describe(error ?? throw new ArgumentNullException(nameof(error)), RemedyOf(error)), error.Operation)
    {
        _error = error;
        Response = error.Response;
    }

    /// <summary>The outcome in the body (<c>statusCode</c>), or the HTTP status when the answer had none. Never 200.</summary>
    public int StatusCode => _error.StatusCode;

    /// <summary>The cause, or <see langword="null"/> when the service named none. Numbers that this version does not know are kept.</summary>
    public ApiCode? ApiCode => _error.ApiCode;

    /// <summary>The service's own text, in the language of the request.</summary>
    public string? ServiceMessage => _error.Message;

    /// <summary>The service's identifier of the request; quote it when you ask for support.</summary>
    public string? RequestId => _error.RequestId;

    /// <summary>The status of the HTTP response; 200 for most refusals.</summary>
    public HttpStatusCode HttpStatusCode => _error.HttpStatusCode;

    /// <summary>How long to wait before another attempt, where the service said so.</summary>
    public TimeSpan? RetryAfter => _error.RetryAfter;

    /// <summary>The answer's <c>data</c> as JSON text, for continuations such as multi-factor sign-in. It may hold tokens: do not log it.</summary>
    public string? ErrorData => _error.ErrorData;

    /// <summary>What a caller does about it: by <see cref="ApiCode"/> when that is known, else by <see cref="StatusCode"/>.</summary>
    public string Remedy => _remedy ?? RemedyOf(_error);

    /// <summary>The operation, the outcome, the service's own text in one line, and <see cref="Remedy"/>. Holds no secret.</summary>
    public override string Message => _message ?? base.Message;

    /// <summary>Makes the exception that fits an error, as a call would throw it.</summary>
    /// <param name="error">What the service said.</param>
    /// <returns>The exception of the subclass that <see cref="StatusCode"/> and <see cref="ApiCode"/> stand for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public static GenAuthApiException Create(GenAuthApiError error)
    {
        Throw.IfNull(error, nameof(error));
        if (Continuations.Includes(error.StatusCode, error.ApiCode))
        {
            return new GenAuthActionRequiredException(error);
        }

        return error.StatusCode switch
        {
            400 => new GenAuthBadRequestException(error),
            401 => new GenAuthUnauthorizedException(error),
            402 => new GenAuthPaymentRequiredException(error),
            403 => new GenAuthForbiddenException(error),
            404 => new GenAuthNotFoundException(error),
            409 => new GenAuthConflictException(error),
            413 => new GenAuthPayloadTooLargeException(error),
            422 => new GenAuthUnprocessableEntityException(error),
            429 => new GenAuthRateLimitedException(error),
            501 => new GenAuthNotImplementedException(error),
            >= 500 and < 600 => new GenAuthServerException(error),
            >= 600 and < 700 => new GenAuthUpstreamException(error),
            _ => new GenAuthApiException(error),
        };
    }

    /// <summary>Replaces the general remedy by one that names what the client found out about this refusal.</summary>
    internal void SetRemedy(string remedy)
    {
        _remedy = remedy;
        _message = Describe(_error, remedy);
    }

    private static string Describe(GenAuthApiError error, string remedy)
    {
        var apiCode = error.ApiCode is { } code ? $", apiCode {code}" : string.Empty;
        var requestId = error.RequestId is { } id ? $", requestId {MessageText.SingleLine(id)}" : string.Empty;
        var message = string.IsNullOrWhiteSpace(error.Message) ? string.Empty : $" The service says: {MessageText.SingleLine(error.Message!)}";
        return FormattableString.Invariant(
            $"{error.Operation} was refused: statusCode {error.StatusCode}{apiCode}{requestId}.{message} Remedy: {remedy}");
    }

    private static string RemedyOf(GenAuthApiError error) =>
        error.ApiCode?.Remedy
        ?? new StatusCode(error.StatusCode).Remedy
        ?? "Look up the statusCode and apiCode in the API documentation, or contact support with the request ID.";
}
