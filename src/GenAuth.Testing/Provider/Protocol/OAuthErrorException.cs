using System.Net;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>A request that the provider refuses with an OAuth error. The description contains no secret.</summary>
internal sealed class OAuthErrorException(string error, string description, HttpStatusCode status = HttpStatusCode.BadRequest) : Exception(description)
{
    /// <summary>The <c>error</c> code.</summary>
    public string Error => error;

    public HttpStatusCode Status => status;

    public static OAuthErrorException InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthErrorException InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuthErrorException InvalidClient(string description) => new("invalid_client", description, HttpStatusCode.Unauthorized);
}
