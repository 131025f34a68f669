namespace GenAuth;

// One class for each kind of refusal, so that a catch clause can name the kind. None adds anything to its base.

/// <summary>A parameter is missing or malformed (<c>statusCode</c> 400).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthBadRequestException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The proof of identity is missing, expired or wrong (<c>statusCode</c> 401).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthUnauthorizedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The plan does not include the feature, or its quota is used up (<c>statusCode</c> 402).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthPaymentRequiredException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The caller is known but not allowed; also a wrong account or password (<c>statusCode</c> 403).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthForbiddenException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The thing asked for does not exist (<c>statusCode</c> 404).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthNotFoundException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request clashes with something that exists already (<c>statusCode</c> 409).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthConflictException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request is larger than the service takes (<c>statusCode</c> 413).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthPayloadTooLargeException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The request is well formed, but a rule of the service forbids it (<c>statusCode</c> 422).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthUnprocessableEntityException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>Too many requests in a short time (<c>statusCode</c> 429); see <see cref="GenAuthApiException.RetryAfter"/>.</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthRateLimitedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The sign-in is not finished: another step is asked for (<c>statusCode</c> 3xx or a continuation code, for example multi-factor). <see cref="GenAuthApiException.ApiCode"/> says which, <see cref="GenAuthApiException.ErrorData"/> holds what the step needs.</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthActionRequiredException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>
/// The installation does not support the operation (<c>statusCode</c> 501); retrying does not help. The embedded tenant of
/// GenAuth.Testing responds so to everything that it does not implement. No <see cref="GenAuthServerException"/>, so that code
/// that copes with an outage does not take it for one.
/// </summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthNotImplementedException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>The service itself failed (<c>statusCode</c> 5xx, except 501).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthServerException(GenAuthApiError error) : GenAuthApiException(error);

/// <summary>A third party behind the service could not be reached or refused, or the tenant's own code failed (<c>statusCode</c> 6xx).</summary>
/// <param name="error">What the service said.</param>
public sealed class GenAuthUpstreamException(GenAuthApiError error) : GenAuthApiException(error);
