using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GenAuth.Pipeline;
using GenAuth.Serialization;

namespace GenAuth.OpenIdConnect.Transport;

/// <summary>An error in the form of OAuth 2.0: in the body, in the <c>WWW-Authenticate</c> header, or in a callback.</summary>
internal sealed record OAuthError(string Error, string? Description, string? Uri)
{
    /// <summary>Long enough for every real request, short enough to bound the search.</summary>
    private const int MaxChallenge = 4096;

    /// <summary>The error that a response states, or <see langword="null"/>.</summary>
    public static OAuthError? Find(ApiResponse response) => FindInBody(response) ?? FindInChallenge(response);

    /// <summary>Creates the exception for an error of a response.</summary>
    public GenAuthOAuthException CreateException(string operation, ApiResponse response, IReadOnlyList<string> secrets) => Create(
        new()
        {
            Operation = operation,
            // An error has the status of its code if the service sends it with a status of success.
            StatusCode = response.IsHttpSuccess ? (int)StatusOf(Error) : (int)response.HttpStatusCode,
            HttpStatusCode = response.HttpStatusCode,
            RequestId = response.HeaderRequestId,
            RetryAfter = response.RetryAfter,
        },
        secrets);

    /// <summary>Creates the exception for an error of a callback, which is not a response.</summary>
    public GenAuthOAuthException CreateException(string operation) =>
        Create(new() { Operation = operation, StatusCode = (int)StatusOf(Error), HttpStatusCode = StatusOf(Error) }, []);

    private GenAuthOAuthException Create(GenAuthApiError error, IReadOnlyList<string> secrets)
    {
        var (code, description, uri) = (Mask(Error, secrets)!, Mask(Description, secrets), Mask(Uri, secrets));
        error.Message = description is null ? code : $"{code}: {description}";
        return new(error, code, description, uri);
    }

    /// <summary>Some servers quote the request in their messages.</summary>
    private static string? Mask(string? text, IReadOnlyList<string> secrets) =>
        secrets.Aggregate(text, static (masked, secret) => masked?.Replace(secret, "***"));

    private static OAuthError? FindInBody(ApiResponse response)
    {
        if (response.IsTooLarge || response.UnknownCharset is not null || response.GetFirstByte() != '{')
        {
            return null;
        }

        try
        {
            var body = GenAuthJson.Read<JsonElement>(response.Body, null, response.Limits);
            return body.GetText("error") is { Length: > 0 } error ? new(error, body.GetText("error_description"), body.GetText("error_uri")) : null;
        }
        catch (Newtonsoft.Json.JsonException)
        {
            // The reader of the response reports what is wrong with the body.
            return null;
        }
    }

    private static OAuthError? FindInChallenge(ApiResponse response)
    {
        if (response.IsHttpSuccess || response.Challenge is not { Length: > 0 and <= MaxChallenge } challenge)
        {
            return null;
        }

        return GetParameter(challenge, "error") is { Length: > 0 } error
            ? new(error, GetParameter(challenge, "error_description"), GetParameter(challenge, "error_uri"))
            : null;
    }

    private static string? GetParameter(string challenge, string name) =>
        Regex.Match(challenge, $"\\b{name}=\"([^\"]*)\"", RegexOptions.CultureInvariant) is { Success: true } match ? match.Groups[1].Value : null;

    private static HttpStatusCode StatusOf(string error) => error switch
    {
        "invalid_client" or "invalid_token" or "login_required" => HttpStatusCode.Unauthorized,
        "access_denied" or "insufficient_scope" => HttpStatusCode.Forbidden,
        "server_error" => HttpStatusCode.InternalServerError,
        "temporarily_unavailable" => HttpStatusCode.ServiceUnavailable,
        _ => HttpStatusCode.BadRequest,
    };
}
