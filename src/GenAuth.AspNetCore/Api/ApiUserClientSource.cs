using System.Security.Claims;
using GenAuth.AspNetCore.Client;

namespace GenAuth.AspNetCore.Api;

/// <summary>Acts for the user of the bearer token of a request.</summary>
/// <param name="scheme">The name of the scheme.</param>
/// <param name="tokens">The scheme's tokens.</param>
internal sealed class ApiUserClientSource(string scheme, ApiTokens tokens) : IUserClientSource
{
    public Task<IAuthenticationClient?> FindAsync(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var token = user.Identities.FirstOrDefault(identity => identity.AuthenticationType == scheme)?.BootstrapContext as string;
        return Task.FromResult(token is null ? null : tokens.CreateUserClient(token));
    }
}
