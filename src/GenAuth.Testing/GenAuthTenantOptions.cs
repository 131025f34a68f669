namespace GenAuth.Testing;

/// <summary>Settings of a <see cref="GenAuthTenant"/>. The tenant takes a copy: changes made later have no effect on it.</summary>
public sealed class GenAuthTenantOptions
{
    /// <summary>The ID of the tenant's one application: printable ASCII, neither blanks nor colons. Default: random.</summary>
    public string AppId { get; set; } = RandomText.Hex(24);

    /// <summary>The application's secret: printable ASCII without blanks. Default: random.</summary>
    public string AppSecret { get; set; } = RandomText.Hex(32);

    /// <summary>The unique identifier of the tenant's one Alipay (Mobile) connection. Default: <c>my-alipay-connection</c>.</summary>
    public string AlipayConnection { get; set; } = "my-alipay-connection";

    /// <summary>The ID of the one access key for management calls: printable ASCII, neither blanks nor colons. Default: random.</summary>
    public string AccessKeyId { get; set; } = RandomText.Hex(24);

    /// <summary>The access key's secret: printable ASCII without blanks. Default: random.</summary>
    public string AccessKeySecret { get; set; } = RandomText.Hex(32);

    /// <summary>
    /// How the application has to prove itself at sign-in. The tenant is strict: credentials in another place than this
    /// method's are refused with 401, also beside the right ones. Default:
    /// <see cref="GenAuth.TokenEndpointAuthMethod.ClientSecretPost"/>.
    /// </summary>
    public TokenEndpointAuthMethod TokenEndpointAuthMethod { get; set; } = TokenEndpointAuthMethod.ClientSecretPost;

    /// <summary>
    /// Which edition the tenant plays. Only the headers of this edition count (<c>x-genauth-…</c> or <c>x-authing-…</c>), so
    /// that a client set to the other edition is noticed. Default: <see cref="GenAuth.Edition.GenAuth"/>.
    /// </summary>
    public Edition Edition { get; set; } = Edition.GenAuth;

    /// <summary>How the parameter string for the Alipay app is signed; the key has 2,048 bits. Default: <see cref="GenAuth.AlipaySignType.Rsa2"/>.</summary>
    public AlipaySignType AlipaySignType { get; set; } = AlipaySignType.Rsa2;

    /// <summary>How long access, ID and management tokens are valid, in whole seconds. Default: 2 hours.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(2);

    /// <summary>The clock that tokens are dated by. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The type's name only: the values are secret.</summary>
    public override string ToString() => nameof(GenAuthTenantOptions);
}
