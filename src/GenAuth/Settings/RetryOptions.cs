namespace GenAuth;

/// <summary>
/// When a failed call is retried. Only operations that can be retried safely are: the API document states for each whether it reads,
/// writes idempotently, or neither. Operations that create something, send a message or use up a code, ticket or refresh token are
/// never retried.
/// </summary>
/// <remarks>
/// A retry follows a broken connection, an attempt that exceeded its time limit, and the statuses 408, 429, 502, 503 and 504 in the
/// HTTP status or in the body; for reads also 500. The delay is the service's <c>Retry-After</c>, otherwise random up to
/// <see cref="BaseDelay"/>, doubled with each attempt. If the delay is longer than a day or than the rest of the call's time limit, there
/// is no retry: the call ends with the failure.
/// </remarks>
public sealed class RetryOptions
{
    /// <summary>The longest delay before a retry. Timers have a limit of their own, at 50 days.</summary>
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>The maximum number of retries of a call. 0 switches retries off. Default: 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The longest delay before the first retry; doubled for each further one. Default: 0.2 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest delay, unless <c>Retry-After</c> of the service is longer. Default: 5 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Called before each retry; <see langword="false"/> prevents it and throws the failure. It cannot allow additional retries.
    /// Default: <see langword="null"/>, no retry is prevented.
    /// </summary>
    public Func<RetryAttempt, bool>? ShouldRetry { get; set; }

    internal static IEnumerable<string?> Problems(RetryOptions? options, string setting) => options is null
        ? [$"{setting} is null. Set its MaxRetries to 0 to switch retries off."]
        :
        [
            MaxRetriesProblem(options.MaxRetries, $"{setting}.{nameof(MaxRetries)}"),
            options.BaseDelay >= TimeSpan.Zero && options.BaseDelay <= options.MaxDelay ? null : $"{setting}.BaseDelay must be between zero and {setting}.MaxDelay.",
            options.MaxDelay <= LongestDelay ? null : $"{setting}.MaxDelay must be at most a day.",
        ];

    /// <summary>The problem with a number of retries, or <see langword="null"/>.</summary>
    internal static string? MaxRetriesProblem(int? maxRetries, string setting) =>
        maxRetries is null or (>= 0 and <= 100) ? null : $"{setting} must be between 0 and 100.";

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();
}

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
