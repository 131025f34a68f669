namespace GenAuth.OpenIdConnect;

/// <summary>A callback does not belong to the sign-in that it is used for. No code was exchanged. The message contains no parameter.</summary>
public sealed class GenAuthCallbackException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">The reason.</param>
    /// <param name="explanation">A sentence with the reason and the remedy, without the values of the callback.</param>
    public GenAuthCallbackException(CallbackProblem problem, string explanation)
        : base($"The callback of a sign-in was refused ({problem}): {explanation}", "completeSignIn") => Problem = problem;

    /// <summary>The reason.</summary>
    public CallbackProblem Problem { get; }
}

/// <summary>Why a callback is refused.</summary>
public enum CallbackProblem
{
    /// <summary>A parameter appears twice.</summary>
    RepeatedParameter,

    /// <summary>The <c>state</c> is missing or another one: another browser or another tab started the sign-in, or someone injects a callback.</summary>
    WrongState,

    /// <summary>Another application started the sign-in.</summary>
    OtherApplication,

    /// <summary>The <c>iss</c> parameter is that of another provider (RFC 9207).</summary>
    WrongIssuer,

    /// <summary>There is neither a code nor an error.</summary>
    MissingCode,
}
