namespace GenAuth;

/// <summary>
/// The base class of all failures of a call. Invalid arguments are an <see cref="ArgumentException"/>, and the caller's own
/// cancellation is an <see cref="OperationCanceledException"/>.
/// </summary>
public abstract class GenAuthException : Exception
{
    private protected GenAuthException(string message, string operation, Exception? innerException = null)
        : base(message, innerException) => Operation = operation;

    /// <summary>The operation that failed: its identifier in the API document, or verb and path of a call made by <c>SendAsync</c>.</summary>
    public string Operation { get; }

    /// <summary>
    /// Status and headers of the response that caused the failure. Calls set it for a <see cref="GenAuthApiException"/> and a
    /// <see cref="GenAuthInvalidResponseException"/>; it is <see langword="null"/> if no complete response was received. The headers
    /// may be secret; neither the message nor <see cref="Exception.ToString"/> contains them.
    /// </summary>
    /// <remarks>If a <see cref="ManagementClient"/> could not get a management token, it is the response to the token request.</remarks>
    public GenAuthResponseInfo? Response { get; internal set; }
}
