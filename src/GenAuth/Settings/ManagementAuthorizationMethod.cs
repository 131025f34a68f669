namespace GenAuth;

/// <summary>How management calls are authorized with the access key.</summary>
public enum ManagementAuthorizationMethod
{
    /// <summary>
    /// Every request is signed with the access key's secret (HMAC-SHA1), which itself never leaves the process. Needs a clock
    /// that is about right; up to <see cref="ManagementClientOptions.MaxClockSkew"/> the client adopts the service's time.
    /// </summary>
    Signature,

    /// <summary>
    /// The access key is exchanged for a token, which the client caches and renews. Sends the secret once in a token's life, and
    /// works behind a proxy that rewrites bodies.
    /// </summary>
    ManagementToken,
}
