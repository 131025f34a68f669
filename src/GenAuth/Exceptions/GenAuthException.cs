namespace GenAuth;

/// <summary>What every failure of a call derives from. Wrong arguments and the caller's own cancellation are not among them.</summary>
public abstract class GenAuthException : Exception
{
    private protected GenAuthException(string message, string operation, Exception? innerException = null)
        : base(message, innerException) => Operation = operation;

    /// <summary>The operation that failed: its identifier in the API document, or verb and path of a call made by <c>SendAsync</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// HTTP status, headers and what is read from them of the answer that this failure tells of: set for a
    /// <see cref="GenAuthApiException"/> and a <see cref="GenAuthInvalidResponseException"/> that a call has thrown,
    /// <see langword="null"/> when no whole answer arrived. The headers may be secret; neither the message nor
    /// <see cref="Exception.ToString"/> shows them.
    /// </summary>
    /// <remarks>When a <see cref="ManagementClient"/> could not get its token, it is the answer to the request for that.</remarks>
    public GenAuthResponseInfo? Response { get; internal set; }
}
