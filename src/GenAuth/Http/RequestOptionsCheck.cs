namespace GenAuth.Http;

/// <summary>Refuses settings of a call that could not be sent as they are, before anything is sent.</summary>
internal static class RequestOptionsCheck
{
    /// <exception cref="ArgumentException">A setting is invalid; the message names it and the remedy, never its value.</exception>
    public static void ThrowIfInvalid(RequestOptions? requestOptions)
    {
        if (requestOptions is not null && Problem(requestOptions) is { } problem)
        {
            throw new ArgumentException(problem, nameof(requestOptions));
        }
    }

    /// <summary>The problem with a time-out, or <see langword="null"/>.</summary>
    public static string? TimeoutProblem(TimeSpan? timeout, string setting) =>
        timeout is null || timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.Value.TotalMilliseconds <= int.MaxValue)
            ? null
            : $"{setting} must be greater than zero and at most {int.MaxValue} ms. Use Timeout.InfiniteTimeSpan to wait without a limit.";

    private static string? Problem(RequestOptions options) =>
        HeaderText.TokenProblem(options.AccessToken, nameof(RequestOptions.AccessToken))
        ?? HeaderText.Problem(options.Language, nameof(RequestOptions.Language))
        ?? TimeoutProblem(options.Timeout, nameof(RequestOptions.Timeout))
        ?? options.Headers.Select(HeaderProblem).FirstOrDefault(problem => problem is not null);

    private static string? HeaderProblem(KeyValuePair<string, string> header)
    {
        var setting = $"Headers[\"{MessageText.SingleLine(header.Key)}\"]";
        if (header.Value is null)
        {
            return $"{setting} is null. Remove the entry instead.";
        }

        using var probe = new HttpRequestMessage();
        return HeaderText.Problem(header.Value, setting) ?? (probe.Headers.TryAddWithoutValidation(header.Key, header.Value)
            ? null
            : $"{setting} is not the name of a request header. Content headers are set by the SDK; check the spelling of any other.");
    }
}
