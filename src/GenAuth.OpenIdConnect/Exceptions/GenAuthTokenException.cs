namespace GenAuth.OpenIdConnect;

/// <summary>A token is refused. <see cref="Problem"/> states the reason. The message contains neither the token nor a personal claim.</summary>
public sealed class GenAuthTokenException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that received or validated the token.</param>
    /// <param name="problem">The reason.</param>
    /// <param name="explanation">A sentence with the reason and the remedy, without the token.</param>
    public GenAuthTokenException(string operation, TokenProblem problem, string explanation)
        : base($"{operation} refused a token ({problem}): {explanation}", operation) => Problem = problem;

    /// <summary>The reason.</summary>
    public TokenProblem Problem { get; }
}
