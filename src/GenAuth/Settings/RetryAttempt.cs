namespace GenAuth;

/// <summary>A repetition of a call that is about to be made.</summary>
public sealed class RetryAttempt
{
    internal RetryAttempt(int number, GenAuthException failure, TimeSpan delay)
    {
        Number = number;
        Failure = failure;
        Delay = delay;
    }

    /// <summary>Which repetition it is; the first is 1.</summary>
    public int Number { get; }

    /// <summary>Why the attempt before it failed, with the operation's name.</summary>
    public GenAuthException Failure { get; }

    /// <summary>How long the call waits before it.</summary>
    public TimeSpan Delay { get; }
}
