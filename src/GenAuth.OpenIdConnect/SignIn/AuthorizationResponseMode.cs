namespace GenAuth.OpenIdConnect;

/// <summary>How the response to an authorization request comes back.</summary>
public enum AuthorizationResponseMode
{
    /// <summary>In the query of a GET request. Cookies with <c>SameSite=Lax</c> are sent with it.</summary>
    Query,

    /// <summary>In the form of a POST request from another site, so that only cookies with <c>SameSite=None</c> are sent with it.</summary>
    FormPost,
}
