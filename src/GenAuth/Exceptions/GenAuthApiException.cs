using System.Net;
using GenAuth.Models;
using GenAuth.Text;

namespace GenAuth;

/// <summary>
/// The service responded with an error. The subclass depends on <see cref="StatusCode"/>, <see cref="ApiCode"/> is the cause, and
/// <see cref="Remedy"/> states what to do.
/// </summary>
public class GenAuthApiException : GenAuthException
{
    private readonly GenAuthApiError _error;
    private string? _message;
    private string? _remedy;

    /// <summary>Creates an exception of this class. <see cref="Create"/> also selects the subclass.</summary>
    /// <param name="error">The error that the service reported.</param>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public GenAuthApiException(GenAuthApiError error)
        : base(Describe(error ?? throw new ArgumentNullException(nameof(error)), GetRemedy(error)), error.Operation)
    {
        _error = error;
        Response = error.Response;
    }

    /// <summary>The <c>statusCode</c> of the response's body, or the HTTP status if the body has none. Never 200.</summary>
    public int StatusCode => _error.StatusCode;

    /// <summary>The cause, or <see langword="null"/> if the service states none. It may be a number that this version of the SDK does not know.</summary>
    public ApiCode? ApiCode => _error.ApiCode;

    /// <summary>The service's error message, in the language of the request.</summary>
    public string? ServiceMessage => _error.Message;

    /// <summary>The service's identifier of the request. Quote it in requests for support.</summary>
    public string? RequestId => _error.RequestId;

    /// <summary>The status of the HTTP response. It is 200 for most errors.</summary>
    public HttpStatusCode HttpStatusCode => _error.HttpStatusCode;

    /// <summary>The delay before a retry, from the <c>Retry-After</c> header; <see langword="null"/> without one.</summary>
    public TimeSpan? RetryAfter => _error.RetryAfter;

    /// <summary>The <c>data</c> of the response as JSON text, which the next step of a sign-in needs, for example multi-factor authentication. It may contain tokens: do not log it.</summary>
    public string? ErrorData => _error.ErrorData;

    /// <summary>What to do about the error: by <see cref="ApiCode"/> if it is known, otherwise by <see cref="StatusCode"/>.</summary>
    public string Remedy => _remedy ?? GetRemedy(_error);

    /// <summary>The operation, the codes, the service's message in one line, and <see cref="Remedy"/>. Contains no secret.</summary>
    public override string Message => _message ?? base.Message;

    /// <summary>Creates the exception that a call throws for an error.</summary>
    /// <param name="error">The error that the service reported.</param>
    /// <returns>An exception of the subclass for <see cref="StatusCode"/> and <see cref="ApiCode"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is <see langword="null"/>.</exception>
    public static GenAuthApiException Create(GenAuthApiError error)
    {
        Throw.IfNull(error, nameof(error));
        return error.StatusCode switch
        {
            _ when RequiresAction(error) => new GenAuthActionRequiredException(error),
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

    /// <summary>Replaces the general remedy with one for a cause that the client has found.</summary>
    internal void SetRemedy(string remedy)
    {
        _remedy = remedy;
        _message = Describe(_error, remedy);
    }

    private static bool RequiresAction(GenAuthApiError error) =>
        error.StatusCode is (>= 300 and < 400) or 2061 || error.ApiCode?.Value is
            (>= 1600 and <= 1699) // further steps after correct credentials: factor, binding, profile, unlock, tenant
            or 2058               // the password must be changed
            or 2061 or 2071       // the password is weak: it may or must be changed
            or 2921 or 2930;      // several accounts match: the user must select one

    private static string Describe(GenAuthApiError error, string remedy)
    {
        var apiCode = error.ApiCode is { } code ? $", apiCode {code}" : string.Empty;
        var requestId = error.RequestId is { } id ? $", requestId {TextSanitizer.ToSingleLine(id)}" : string.Empty;
        var message = string.IsNullOrWhiteSpace(error.Message) ? string.Empty : $" The service says: {TextSanitizer.ToSingleLine(error.Message!)}";
        return FormattableString.Invariant(
            $"{error.Operation} was refused: statusCode {error.StatusCode}{apiCode}{requestId}.{message} Remedy: {remedy}");
    }

    private static string GetRemedy(GenAuthApiError error) =>
        error.ApiCode?.Remedy
        ?? new StatusCode(error.StatusCode).Remedy
        ?? "Look up the statusCode and apiCode in the API documentation, or contact support with the request ID.";
}
