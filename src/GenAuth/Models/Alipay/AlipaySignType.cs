namespace GenAuth;

/// <summary>The signature algorithm of an Alipay parameter string (<c>sign_type</c>).</summary>
public enum AlipaySignType
{
    /// <summary><c>RSA2</c>: RSA with SHA-256, which Alipay recommends.</summary>
    Rsa2,

    /// <summary><c>RSA</c>: RSA with SHA-1, for Alipay applications that still use it. SHA-1 is weak; prefer <see cref="Rsa2"/>.</summary>
    Rsa,
}
