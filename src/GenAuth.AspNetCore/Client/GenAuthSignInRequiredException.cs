namespace GenAuth.AspNetCore;

/// <summary>
/// There is no valid access token for a user: the session has ended, or its token has expired and cannot be renewed. Let the user sign in
/// again, for example with <c>ChallengeAsync</c>.
/// </summary>
public sealed class GenAuthSignInRequiredException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="explanation">A sentence with the reason and the remedy, without personal data.</param>
    public GenAuthSignInRequiredException(string explanation)
        : base($"The user has no valid access token: {explanation}", "getUserToken")
    {
    }
}
