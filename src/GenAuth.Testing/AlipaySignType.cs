namespace GenAuth.Testing;

/// <summary>How a tenant signs the parameter string for the Alipay app (<c>sign_type</c>).</summary>
public enum AlipaySignType
{
    /// <summary><c>RSA2</c>: RSA with SHA-256. What Alipay advises.</summary>
    Rsa2,

    /// <summary><c>RSA</c>: RSA with SHA-1, which older Alipay applications still use.</summary>
    Rsa,
}
