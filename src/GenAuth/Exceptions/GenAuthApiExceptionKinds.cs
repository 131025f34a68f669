namespace GenAuth;

// One class for each kind of error, so that a catch clause can select it.

/// <summary>A parameter is missing or invalid (<c>statusCode</c> 400).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthBadRequestException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The credentials or the token are missing, expired or invalid (<c>statusCode</c> 401).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthUnauthorizedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The plan does not include the feature, or its quota is used up (<c>statusCode</c> 402).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthPaymentRequiredException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The caller is authenticated but lacks the permission; also a wrong account or password (<c>statusCode</c> 403).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthForbiddenException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The requested resource does not exist (<c>statusCode</c> 404).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthNotFoundException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request conflicts with an existing resource (<c>statusCode</c> 409).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthConflictException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request is larger than the service accepts (<c>statusCode</c> 413).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthPayloadTooLargeException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request is valid, but a rule of the service forbids it (<c>statusCode</c> 422).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthUnprocessableEntityException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>Too many requests in a short time (<c>statusCode</c> 429); see <see cref="GenAuthApiException.RetryAfter"/>.</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthRateLimitedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>
/// The sign-in needs another step, for example multi-factor authentication (<c>statusCode</c> 3xx, or an <c>apiCode</c> such as 16xx).
/// <see cref="GenAuthApiException.ApiCode"/> identifies the step, <see cref="GenAuthApiException.ErrorData"/> contains the data for it.
/// </summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthActionRequiredException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>
/// The installation does not support the operation (<c>statusCode</c> 501). The embedded tenant of GenAuth.Testing throws it for
/// everything that it does not implement. It is not a <see cref="GenAuthServerException"/>, because a retry does not help.
/// </summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthNotImplementedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The service failed (<c>statusCode</c> 5xx, except 501).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthServerException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>A third-party system behind the service failed or was unreachable, or custom code of the tenant failed (<c>statusCode</c> 6xx).</summary>
/// <param name="error">The error that the service reported.</param>
public sealed class GenAuthUpstreamException(GenAuthApiError error) : GenAuthApiException(error);
