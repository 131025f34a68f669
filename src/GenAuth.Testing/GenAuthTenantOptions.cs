using GenAuth.Testing.Service;

namespace GenAuth.Testing;

/// <summary>Settings of a <see cref="GenAuthTenant"/>. The tenant copies them, so later changes have no effect on it.</summary>
public sealed class GenAuthTenantOptions
{
    /// <summary>The ID of the tenant's only application: printable ASCII without blanks and colons. Default: random.</summary>
    public string AppId { get; set; } = Secrets.CreateHex(24);

    /// <summary>The application's secret: printable ASCII without blanks. Default: random.</summary>
    public string AppSecret { get; set; } = Secrets.CreateHex(32);

    /// <summary>The unique identifier of the tenant's only Alipay (Mobile) connection. Default: <c>my-alipay-connection</c>.</summary>
    public string AlipayConnection { get; set; } = "my-alipay-connection";

    /// <summary>The ID of the only access key for management calls: printable ASCII without blanks and colons. Default: random.</summary>
    public string AccessKeyId { get; set; } = Secrets.CreateHex(24);

    /// <summary>The access key's secret: printable ASCII without blanks. Default: random.</summary>
    public string AccessKeySecret { get; set; } = Secrets.CreateHex(32);

    /// <summary>
    /// How the application authenticates itself at sign-in and at the endpoints for tokens, introspection and revocation. The tenant is strict: credentials of another method are refused with 401,
    /// even if those of this method are present too. Default:
    /// <see cref="GenAuth.TokenEndpointAuthMethod.ClientSecretPost"/>.
    /// </summary>
    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; set; } = TokenEndpointAuthMethod.ClientSecretPost;

    /// <summary>
    /// The edition of the tenant. It accepts only the headers of this edition (<c>x-genauth-…</c> or <c>x-authing-…</c>), so that a
    /// client with the wrong edition fails. Default: <see cref="GenAuth.Edition.GenAuth"/>.
    /// </summary>
    public Edition Edition { get; set; } = Edition.GenAuth;

    /// <summary>The signature algorithm of Alipay parameter strings; the key has 2,048 bits. Default: <see cref="GenAuth.AlipaySignType.Rsa2"/>.</summary>
    public AlipaySignType AlipaySignType { get; set; } = AlipaySignType.Rsa2;

    /// <summary>How the application's access and ID tokens are signed. Default: <see cref="GenAuthTenantSigningAlgorithm.HS256"/>, as in the service.</summary>
    public GenAuthTenantSigningAlgorithm SigningAlgorithm { get; set; } = GenAuthTenantSigningAlgorithm.HS256;

    /// <summary>
    /// The addresses to which a browser may return after a sign-in, also those of CAS services. They are compared as exact text, but an
    /// address of this machine can have the port <c>*</c>, which stands for any port: <c>http://127.0.0.1:*/signin-oidc</c>. Default: none.
    /// </summary>
    public IList<string> RedirectUris { get; } = [];

    /// <summary>The addresses to which a browser may return after a sign-out; compared as <see cref="RedirectUris"/>. Default: none.</summary>
    public IList<string> PostLogoutRedirectUris { get; } = [];

    /// <summary>
    /// The scopes that users can grant beyond those that the discovery document always lists. Others are left out of tokens without an
    /// error, as by the service. Default: none.
    /// </summary>
    public IList<string> CustomScopes { get; } = [];

    /// <summary>The application's access accounts, for the grant <c>client_credentials</c>. Default: none.</summary>
    public IList<GenAuthTenantAccessAccount> AccessAccounts { get; } = [];

    /// <summary>
    /// False to ask users for their consent: at the first sign-in, and whenever <c>prompt</c> contains <c>consent</c>. Default:
    /// <see langword="true"/>.
    /// </summary>
    public bool SkipConsent { get; set; } = true;

    /// <summary>
    /// True to replace a refresh token when it is used. A replaced token that is used again ends all tokens of its sign-in. Default:
    /// <see langword="false"/>: the same token is returned.
    /// </summary>
    public bool RotateRefreshTokens { get; set; }

    /// <summary>The lifetime of access and management tokens, in whole seconds. Default: 2 hours.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The lifetime of ID tokens, in whole seconds. Default: <see langword="null"/>, that of access tokens.</summary>
    public TimeSpan? IdTokenLifetime { get; set; }

    /// <summary>The lifetime of refresh tokens, in whole seconds, from the sign-in on. Default: 30 days, as in the service.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>The lifetime of authorization codes and CAS tickets, in whole seconds. Default: 10 minutes, as in the service.</summary>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The clock for the times in tokens and for their expiry. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the type's name only, because the values are secret.</summary>
    public override string ToString() => nameof(GenAuthTenantOptions);
}
