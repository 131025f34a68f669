namespace GenAuth.Maintain.Reference.Errors;

/// <summary>The exceptions of the status codes and API codes. The library decides; a test compares this table with the library.</summary>
internal static class ExceptionNames
{
    public const string ApiError = "GenAuthApiException";
    public const string ActionRequired = "GenAuthActionRequiredException";
    public const string NotFound = "GenAuthNotFoundException";
    public const string Conflict = "GenAuthConflictException";
    public const string Forbidden = "GenAuthForbiddenException";
    public const string RateLimited = "GenAuthRateLimitedException";

    public static string FromStatusCode(int code) => code switch
    {
        >= 300 and < 400 or 2061 => ActionRequired,
        400 => "GenAuthBadRequestException",
        401 => "GenAuthUnauthorizedException",
        402 => "GenAuthPaymentRequiredException",
        403 => Forbidden,
        404 => NotFound,
        409 => Conflict,
        413 => "GenAuthPayloadTooLargeException",
        422 => "GenAuthUnprocessableEntityException",
        429 => RateLimited,
        501 => "GenAuthNotImplementedException",
        >= 500 and < 600 => "GenAuthServerException",
        >= 600 and < 700 => "GenAuthUpstreamException",
        _ => ApiError,
    };

    /// <summary>The exception of an <c>apiCode</c> for every <c>statusCode</c>, or <see langword="null"/> when the <c>statusCode</c> decides.</summary>
    public static string? FromApiCode(int code) => code is (>= 1600 and <= 1699) or 2058 or 2061 or 2071 or 2921 or 2930 ? ActionRequired : null;
}
