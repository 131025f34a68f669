using System.Globalization;

namespace GenAuth;

/// <summary>
/// The call took longer than its time-out. The caller's own cancellation is an <see cref="OperationCanceledException"/>
/// instead. A write may have reached the service all the same.
/// </summary>
public sealed class GenAuthTimeoutException : GenAuthException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="operation">The operation that took too long.</param>
    /// <param name="timeout">The limit that was passed, or <see langword="null"/> if it was the <see cref="HttpClient"/>'s own.</param>
    /// <param name="innerException">What the platform reported.</param>
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

    /// <summary>Which limit it was.</summary>
    public GenAuthTimeoutScope Scope { get; }

    /// <summary>The limit that was passed, or <see langword="null"/> if the given <see cref="HttpClient"/> has a shorter one of its own.</summary>
    public TimeSpan? Timeout { get; }

    private static string Describe(string operation, TimeSpan? timeout, GenAuthTimeoutScope scope) => timeout is { } limit && limit > TimeSpan.Zero
        ? string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} within {2} s. Try again later, or raise {3} in the client's options or the call's RequestOptions.",
            operation,
            scope == GenAuthTimeoutScope.Attempt ? "got no complete answer to an attempt" : "did not finish",
            limit.TotalSeconds,
            scope == GenAuthTimeoutScope.Attempt ? "AttemptTimeout" : "Timeout")
        : $"{operation} did not finish within the time-out of the HttpClient that the client was given. Raise that one's Timeout.";
}
