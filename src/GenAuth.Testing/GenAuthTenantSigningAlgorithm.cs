namespace GenAuth.Testing;

/// <summary>How the application's access and ID tokens are signed.</summary>
public enum GenAuthTenantSigningAlgorithm
{
    /// <summary>With the application's secret; the service's default. Only programs that know the secret can verify the tokens.</summary>
    HS256,

    /// <summary>With a key whose public part the tenant publishes.</summary>
    RS256,
}
