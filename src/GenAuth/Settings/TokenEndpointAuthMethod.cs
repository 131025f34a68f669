namespace GenAuth;

/// <summary>
/// How the application proves itself where it exchanges credentials for tokens. Must be the method set for the application
/// in the console.
/// </summary>
public enum TokenEndpointAuthMethod
{
    /// <summary><c>client_secret_post</c>: application ID and secret travel in the request's body.</summary>
    ClientSecretPost,

    /// <summary><c>client_secret_basic</c>: application ID and secret travel in the Authorization header.</summary>
    ClientSecretBasic,

    /// <summary><c>none</c>: a public application without a secret.</summary>
    None,
}
