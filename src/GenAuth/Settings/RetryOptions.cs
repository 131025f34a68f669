namespace GenAuth;

/// <summary>
/// When a failed call is sent again. Only operations for which that is safe are: the API document says of each whether it
/// reads, writes what can be written twice, or neither. Creating things, sending messages and everything that uses up a
/// code, ticket or refresh token is never repeated.
/// </summary>
/// <remarks>
/// Repeated are broken connections, attempts that took too long, and the outcomes 408, 429, 502, 503 and 504, whether the
/// HTTP status or the body states them; reads also after 500. The service's <c>Retry-After</c> counts; without it the wait is
/// random, up to <see cref="BaseDelay"/> doubled with each attempt. A wait that would outlast the call's time-out, or that is longer than a
/// day, is not begun: the call ends with the failure.
/// </remarks>
public sealed class RetryOptions
{
    /// <summary>The longest delay before a retry. Timers have a limit of their own, at 50 days.</summary>
    internal static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <summary>How often a call is sent again at most. 0 switches repetitions off. Default: 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The longest wait before the first repetition; doubled for each further one. Default: 0.2 seconds.</summary>
    public TimeSpan BaseDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait at all, unless the service asks for a longer one. Default: 5 seconds.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Asked before each repetition that is about to be made; <see langword="false"/> gives up and throws the failure. It can
    /// forbid repetitions, not allow more of them. Default: <see langword="null"/>, all are made.
    /// </summary>
    public Func<RetryAttempt, bool>? ShouldRetry { get; set; }

    internal static IEnumerable<string?> Problems(RetryOptions? options, string setting) => options is null
        ? [$"{setting} is null. Set its MaxRetries to 0 to switch repetitions off."]
        :
        [
            MaxRetriesProblem(options.MaxRetries, $"{setting}.{nameof(MaxRetries)}"),
            options.BaseDelay >= TimeSpan.Zero && options.BaseDelay <= options.MaxDelay ? null : $"{setting}.BaseDelay must be between zero and {setting}.MaxDelay.",
            options.MaxDelay <= LongestDelay ? null : $"{setting}.MaxDelay must be at most a day.",
        ];

    /// <summary>The problem with a number of repetitions, or <see langword="null"/>.</summary>
    internal static string? MaxRetriesProblem(int? maxRetries, string setting) =>
        maxRetries is null or (>= 0 and <= 100) ? null : $"{setting} must be between 0 and 100.";

    internal RetryOptions Copy() => (RetryOptions)MemberwiseClone();
}
