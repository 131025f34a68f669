namespace GenAuth.OpenIdConnect;

/// <summary>How the service signs the tokens of an application. The names are those of the <c>alg</c> header.</summary>
public enum TokenSigningAlgorithm
{
    /// <summary>HMAC with SHA-256. The key is the application's secret, which has to have at least 32 characters.</summary>
    HS256,

    /// <summary>RSA with SHA-256. The public keys come from the service. Access tokens of other services' users can be validated only with it.</summary>
    RS256,
}
