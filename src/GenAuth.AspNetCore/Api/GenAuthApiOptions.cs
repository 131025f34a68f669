using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore;

/// <summary>
/// Settings of an API that accepts the access tokens of an application. <c>AppHost</c>, <c>AppId</c>, <c>SigningAlgorithm</c> and, for
/// HS256, <c>AppSecret</c> decide which tokens are valid. The settings of the token and revocation endpoints have no effect here; they
/// are inherited so that an API can share its section of the configuration with a web app.
/// </summary>
public sealed class GenAuthApiOptions : OpenIdConnectClientOptions
{
    /// <summary>Creates options with the defaults.</summary>
    public GenAuthApiOptions() => ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The IDs of the programmatic access accounts whose tokens are accepted beside those of users (<c>client_credentials</c>). Such a
    /// token has the account as its audience, the application as <c>azp</c>, and no user. Default: empty, tokens of users only.
    /// </summary>
    public IList<string> AccessAccounts { get; } = [];

    /// <summary>The claim with the user's name for <c>User.Identity.Name</c>. Default: <c>name</c>.</summary>
    public string NameClaimType { get; set; } = "name";

    /// <summary>
    /// The claim with the user's roles, for <c>RequireRole</c>. The service adds roles to access tokens only through a pipeline function
    /// of the application. Default: <c>roles</c>.
    /// </summary>
    public string RoleClaimType { get; set; } = "roles";

    /// <summary>
    /// Also asks the service whether a valid token is still active, so that a revoked token is refused before it expires. The result is
    /// cached for <see cref="IntrospectionCacheDuration"/>; if the service cannot be asked, the request fails with HTTP 503. The
    /// application authenticates with <c>IntrospectionEndpointAuthMethod</c>. Default: <see langword="false"/>.
    /// </summary>
    public bool IntrospectTokens { get; set; }

    /// <summary>
    /// How long the result of an introspection is used, at most 5 minutes: a revoked token is accepted no longer than this. Zero asks for
    /// every request. Default: 30 seconds.
    /// </summary>
    public TimeSpan IntrospectionCacheDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Asks with <c>strict</c>: the tokens of deleted or locked users are not active. Exists in the Authing edition only. Default:
    /// <see langword="false"/>.
    /// </summary>
    public bool StrictIntrospection { get; set; }
}
