namespace GenAuth;

/// <summary>How management calls prove whose access key they use.</summary>
public enum ManagementAuthorizationMethod
{
    /// <summary>
    /// Every request is signed with the access key's secret (HMAC-SHA1), which itself never leaves the process. Needs a clock
    /// that is about right; where it is not, the client learns the difference from the service.
    /// </summary>
    Signature,

    /// <summary>
    /// The access key is exchanged for a token, which the client keeps and renews. Sends the secret once in a token's life, and
    /// suits what changes requests on their way, such as a proxy that rewrites bodies.
    /// </summary>
    ManagementToken,
}
