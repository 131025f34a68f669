using System.Globalization;

namespace GenAuth;

/// <summary>
/// The call exceeded a time limit. The caller's own cancellation is an <see cref="OperationCanceledException"/> instead. A write may
/// have taken effect.
/// </summary>
public sealed class GenAuthTimeoutException : GenAuthException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that timed out.</param>
    /// <param name="timeout">The exceeded limit, or <see langword="null"/> if it is the <see cref="HttpClient"/>'s own.</param>
    /// <param name="innerException">The exception of the platform.</param>
    public GenAuthTimeoutException(string operation, TimeSpan? timeout, Exception? innerException = null)
        : this(operation, timeout, timeout is null ? GenAuthTimeoutScope.HttpClient : GenAuthTimeoutScope.Call, innerException)
    {
    }

    internal GenAuthTimeoutException(string operation, TimeSpan? timeout, GenAuthTimeoutScope scope, Exception? innerException)
        : base(Describe(operation, timeout, scope), operation, innerException)
    {
        Timeout = timeout;
        Scope = scope;
    }

    /// <summary>What the exceeded limit applies to.</summary>
    public GenAuthTimeoutScope Scope { get; }

    /// <summary>The exceeded limit, or <see langword="null"/> if it is the own limit of the application's <see cref="HttpClient"/>.</summary>
    public TimeSpan? Timeout { get; }

    private static string Describe(string operation, TimeSpan? timeout, GenAuthTimeoutScope scope) => timeout is { } limit && limit > TimeSpan.Zero
        ? string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} within {2} s. Try again later, or raise {3} in the client's options or the call's RequestOptions.",
            operation,
            scope == GenAuthTimeoutScope.Attempt ? "received no complete response to an attempt" : "did not finish",
            limit.TotalSeconds,
            scope == GenAuthTimeoutScope.Attempt ? "AttemptTimeout" : "Timeout")
        : $"{operation} did not finish within the timeout of the application's HttpClient. Raise HttpClient.Timeout.";
}

/// <summary>What a time limit applies to.</summary>
public enum GenAuthTimeoutScope
{
    /// <summary>The whole call with all of its attempts and delays.</summary>
    Call,

    /// <summary>One attempt, which was not retried.</summary>
    Attempt,

    /// <summary>The own <c>Timeout</c> of the <see cref="System.Net.Http.HttpClient"/> that the application supplied.</summary>
    HttpClient,
}
