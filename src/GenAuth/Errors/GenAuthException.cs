namespace GenAuth;

/// <summary>What every failure of a call derives from. Wrong arguments and the caller's own cancellation are not among them.</summary>
public abstract class GenAuthException : Exception
{
    private protected GenAuthException(string message, string operation, Exception? innerException = null)
        : base(message, innerException) => Operation = operation;

    /// <summary>The operation that failed: its identifier in the API document, or verb and path of a call made by <c>SendAsync</c>.</summary>
    public string Operation { get; }
}
