namespace GenAuth.Maintain.Reference;

/// <summary>The exception that stands for a code. The library decides it; a test of the library compares this table with it.</summary>
internal static class ExceptionOf
{
    public const string AnyRefusal = "GenAuthApiException";
    public const string NextStep = "GenAuthActionRequiredException";
    public const string NotFound = "GenAuthNotFoundException";
    public const string Conflict = "GenAuthConflictException";
    public const string Forbidden = "GenAuthForbiddenException";
    public const string RateLimited = "GenAuthRateLimitedException";

    public static string StatusCode(int code) => code switch
    {
        >= 300 and < 400 or 2061 => NextStep,
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
        _ => AnyRefusal,
    };

    /// <summary>The exception that an <c>apiCode</c> means whatever the <c>statusCode</c>, or <see langword="null"/> when that one decides.</summary>
    public static string? ApiCode(int code) => code is (>= 1600 and <= 1699) or 2058 or 2061 or 2071 or 2921 or 2930 ? NextStep : null;
}
