namespace GenAuth.OpenIdConnect;

/// <summary>
/// An endpoint or a callback states an error in the form of OAuth 2.0. For a callback, which is not a response,
/// <see cref="GenAuthApiException.HttpStatusCode"/> is the status that the code stands for. Contains no secret of the request.
/// </summary>
public sealed class GenAuthOAuthException : GenAuthApiException
{
    internal GenAuthOAuthException(GenAuthApiError error, string code, string? description, string? uri)
        : base(error)
    {
        (Error, ErrorDescription, ErrorUri) = (code, description, uri);
        SetRemedy(GetRemedy(code));
    }

    /// <summary>Creates the exception for a test of an application.</summary>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="error">The error code.</param>
    /// <param name="description">The description of the error.</param>
    /// <param name="statusCode">The HTTP status.</param>
    public GenAuthOAuthException(string operation, string error, string? description = null, int statusCode = 400)
        : this(
            new()
            {
                Operation = operation,
                StatusCode = statusCode,
                HttpStatusCode = (System.Net.HttpStatusCode)statusCode,
                Message = description is null ? error : $"{error}: {description}",
            },
            error,
            description,
            null)
    {
    }

    /// <summary>The code, for example <c>invalid_grant</c> or <c>access_denied</c>. See RFC 6749, sections 4.1.2.1 and 5.2.</summary>
    public string Error { get; }

    /// <summary>The service's description for developers, or <see langword="null"/>.</summary>
    public string? ErrorDescription { get; }

    /// <summary>The address of a page about the error, or <see langword="null"/>. It comes from the service: do not send a user there unchecked.</summary>
    public string? ErrorUri { get; }

    private static string GetRemedy(string code) => code switch
    {
        "invalid_grant" => "The code or the refresh token has expired, was used before, was revoked, or belongs to another application or redirect URI. Start a new sign-in.",
        "invalid_client" => "Compare AppId, AppSecret and the authentication method of the endpoint with the application's settings in the console.",
        "unauthorized_client" => "Allow the grant type for the application in the console.",
        "unsupported_grant_type" or "unsupported_response_type" => "Allow the grant type or the response type for the application in the console.",
        "invalid_scope" => "Request only scopes that the application has.",
        "invalid_request" => "Compare the redirect URI and the other parameters with the application's settings in the console.",
        "access_denied" => "The user or a rule of the application refused the sign-in. Let the user start again.",
        "login_required" or "consent_required" or "interaction_required" or "account_selection_required" => "Start the sign-in again without prompt=none.",
        "invalid_token" => "The access token has expired or was revoked. Refresh it, or start a new sign-in.",
        "insufficient_scope" => "Request the scope that the operation needs at the sign-in.",
        "server_error" or "temporarily_unavailable" => "Try again later.",
        _ => "Look up the error code in RFC 6749 and in the OpenID Connect specification.",
    };
}
