namespace GenAuth.Testing.Store;

/// <summary>What one sign-in allows the application. Its codes and tokens end with it.</summary>
/// <param name="protocol">The prefix of the endpoints that accept its codes and tokens.</param>
/// <param name="clientId">The application, or the access account of a machine.</param>
/// <param name="userId">The user, or <see langword="null"/> for a machine.</param>
/// <param name="scopes">The granted scopes.</param>
/// <param name="authenticatedAt">When the user gave the password.</param>
internal sealed class Grant(string protocol, string clientId, string? userId, IReadOnlyList<string> scopes, DateTimeOffset authenticatedAt)
{
    private volatile bool _isRevoked;

    public string Protocol => protocol;

    public string ClientId => clientId;

    public string? UserId => userId;

    public IReadOnlyList<string> Scopes => scopes;

    public DateTimeOffset AuthenticatedAt => authenticatedAt;

    public bool IsRevoked => _isRevoked;

    /// <summary>True if the request had <c>max_age</c>: only then ID tokens have an <c>auth_time</c>.</summary>
    public bool HasAuthenticationTime { get; init; }

    public void Revoke() => _isRevoked = true;
}
