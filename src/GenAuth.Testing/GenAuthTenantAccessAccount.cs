using GenAuth.Testing.Service;

namespace GenAuth.Testing;

/// <summary>
/// A programmatic access account of the application: the identity of a machine, which gets access tokens with the grant
/// <c>client_credentials</c>. The application must use <see cref="GenAuthTenantSigningAlgorithm.RS256"/>.
/// </summary>
public sealed class GenAuthTenantAccessAccount
{
    /// <summary>The <c>client_id</c> of token requests, and the audience of the tokens. Default: random.</summary>
    public string Id { get; set; } = Secrets.CreateHex(24);

    /// <summary>The <c>client_secret</c> of token requests. Default: random.</summary>
    public string Secret { get; set; } = Secrets.CreateHex(32);

    /// <summary>
    /// The scopes that the account has: <c>resource</c>, <c>resource:action</c> or <c>resource:id:action</c>, where <c>*</c> stands for
    /// any value. Others are left out of tokens, and returned as <c>rejected_scope</c>.
    /// </summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>The lifetime of the account's tokens, in whole seconds. Default: 10 minutes.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Returns the ID only, because the secret must not be shown.</summary>
    public override string ToString() => $"{nameof(GenAuthTenantAccessAccount)} {Id}";
}
