namespace GenAuth;

/// <summary>A retry that is about to be made.</summary>
public sealed class RetryAttempt
{
    internal RetryAttempt(int number, GenAuthException failure, TimeSpan delay)
    {
        Number = number;
        Failure = failure;
        Delay = delay;
    }

    /// <summary>The number of the retry, from 1.</summary>
    public int Number { get; }

    /// <summary>The exception of the attempt before it, with the operation's name.</summary>
    public GenAuthException Failure { get; }

    /// <summary>The delay before it.</summary>
    public TimeSpan Delay { get; }
}
