namespace GenAuth;

/// <summary>Which limit a call has passed.</summary>
public enum GenAuthTimeoutScope
{
    /// <summary>The limit of the whole call, with all of its attempts and waits.</summary>
    Call,

    /// <summary>The limit of one attempt, and no other attempt followed.</summary>
    Attempt,

    /// <summary>The own limit of the <see cref="System.Net.Http.HttpClient"/> that the client was given.</summary>
    HttpClient,
}
