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
    /// How the application authenticates itself at sign-in. The tenant is strict: credentials of another method are refused with 401,
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

    /// <summary>The lifetime of access, ID and management tokens, in whole seconds. Default: 2 hours.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The clock for the times in tokens and for their expiry. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns the type's name only, because the values are secret.</summary>
    public override string ToString() => nameof(GenAuthTenantOptions);
}
