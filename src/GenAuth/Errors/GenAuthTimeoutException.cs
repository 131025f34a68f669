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
    /// <param name="timeout">The limit that was passed.</param>
    /// <param name="innerException">What the platform reported.</param>
    public GenAuthTimeoutException(string operation, TimeSpan timeout, Exception? innerException = null)
        : base(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0} did not finish within {1} s. Try again later, or raise Timeout in the client's options or the call's RequestOptions.",
                operation,
                timeout.TotalSeconds),
            operation,
            innerException) => Timeout = timeout;

    /// <summary>The limit that was passed.</summary>
    public TimeSpan Timeout { get; }
}
