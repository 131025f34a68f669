using GenAuth.Text;

namespace GenAuth.Settings;

/// <summary>Refuses settings of a call that could not be sent as they are, before anything is sent.</summary>
internal static class RequestOptionsCheck
{
    /// <summary>
    /// Headers of the connection and of the message's framing, which the transport decides about. <c>Host</c> would send a token
    /// to another site behind the same address, <c>Transfer-Encoding</c> would let a body pass for a second request.
    /// </summary>
    private static readonly HashSet<string> TransportHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Expect", "Host", "HTTP2-Settings", "Keep-Alive", "Proxy-Authorization", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    /// <summary>A call's own copy of its settings. The copy is checked, because another thread may change the original after the check.</summary>
    /// <param name="requestOptions">The caller's settings.</param>
    /// <param name="acceptsAccessToken">Whether a call can be made with an end user's token.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message names it and the remedy, never its value.</exception>
    public static RequestOptions? CopyChecked(RequestOptions? requestOptions, bool acceptsAccessToken = true)
    {
        var copy = requestOptions?.Copy();
        return copy is not null && Problem(copy, acceptsAccessToken) is { } problem ? throw new ArgumentException(problem, nameof(requestOptions)) : copy;
    }

    /// <summary>The problem with a time-out, or <see langword="null"/>.</summary>
    public static string? TimeoutProblem(TimeSpan? timeout, string setting) =>
        timeout is null || timeout == Timeout.InfiniteTimeSpan || (timeout > TimeSpan.Zero && timeout.Value.TotalMilliseconds <= int.MaxValue)
            ? null
            : $"{setting} must be greater than zero and at most {int.MaxValue} ms. Use Timeout.InfiniteTimeSpan to wait without a limit.";

    private static string? Problem(RequestOptions options, bool acceptsAccessToken) =>
        (acceptsAccessToken || options.AccessToken is null
            ? null
            // Ignoring the token would suggest that the call was made for that user.
            : "AccessToken is an end user's, and management calls are made with the access key. Leave it null, or call an AuthenticationClient.")
        ?? HeaderValidator.GetTokenProblem(options.AccessToken, nameof(RequestOptions.AccessToken))
        ?? HeaderValidator.GetProblem(options.Language, nameof(RequestOptions.Language))
        ?? TimeoutProblem(options.Timeout, nameof(RequestOptions.Timeout))
        ?? TimeoutProblem(options.AttemptTimeout, nameof(RequestOptions.AttemptTimeout))
        ?? RetryOptions.MaxRetriesProblem(options.MaxRetries, nameof(RequestOptions.MaxRetries))
        ?? TransportSettings.ValidationProblem(options.ResponseValidation, nameof(RequestOptions.ResponseValidation))
        ?? (options.Headers.Count == 0 ? null : HeaderProblem(options.Headers));

    private static string? HeaderProblem(IDictionary<string, string> headers)
    {
        using var probe = new HttpRequestMessage();
        foreach (var header in headers)
        {
            // The text of the problem is created for an invalid value only.
            if (header.Value is null || HeaderValidator.GetValueProblem(header.Value, string.Empty) is not null
                || TransportHeaders.Contains(header.Key) || !probe.Headers.TryAddWithoutValidation(header.Key, header.Value))
            {
                return HeaderProblem(header, $"Headers[\"{TextSanitizer.ToSingleLine(header.Key)}\"]");
            }
        }

        return null;
    }

    private static string? HeaderProblem(KeyValuePair<string, string> header, string setting) => header.Value is null
        ? $"{setting} is null. Remove the entry instead."
        : HeaderValidator.GetValueProblem(header.Value, setting) ?? (TransportHeaders.Contains(header.Key)
            ? $"{setting} is set by the transport for each connection. Remove it; the host comes from the client's options."
            : $"{setting} is not the name of a request header. Content headers are set by the SDK; check the spelling of any other.");
}
