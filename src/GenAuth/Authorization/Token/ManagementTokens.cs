namespace GenAuth.Authorization.Token;

/// <summary>
/// Caches the token of one client and renews it before it expires, with one renewal at a time. Thread-safe.
/// </summary>
/// <param name="timeProvider">The clock that decides when a token is renewed.</param>
/// <param name="obtain">Gets a new token other than the given, refused one. All waiting callers share the call, so none of them can cancel it.</param>
internal sealed class ManagementTokens(TimeProvider timeProvider, Func<string?, Task<ManagementToken>> obtain)
{
    private readonly object _lock = new();
    private volatile CachedToken? _token;
    private string? _refused;
    private Task<ManagementToken>? _renewal;

    /// <summary>The cached token while it is fresh, otherwise a new one.</summary>
    /// <exception cref="GenAuthException">No token could be obtained. All waiting callers get the exception; the next caller tries again.</exception>
    public ValueTask<ManagementToken> GetAsync(CancellationToken cancellationToken)
    {
        // Without the lock, because nearly every call ends here.
        var cached = _token;
        return cached is not null && cached.IsFresh ? new(cached.Token) : new(RenewOrWaitAsync(cancellationToken));
    }

    /// <summary>Discards a token that the service refused, unless it was replaced in the meantime.</summary>
    public void Drop(string refused)
    {
        lock (_lock)
        {
            _refused = refused;
            if (_token?.Token.Value == refused)
            {
                _token = null;
            }
        }
    }

    private async Task<ManagementToken> RenewOrWaitAsync(CancellationToken cancellationToken)
    {
        CachedToken? cached;
        Task<ManagementToken> renewal;
        lock (_lock)
        {
            cached = _token;
            if (cached is not null && cached.IsFresh)
            {
                return cached.Token;
            }

            var refused = _refused;
            renewal = _renewal ??= Task.Run(() => RenewAsync(refused), CancellationToken.None);
        }

        try
        {
            return await Waiting.ForAsync(renewal, cancellationToken).ConfigureAwait(false);
        }
        catch (GenAuthException) when (cached is not null && cached.IsValid && !IsRefused(cached.Token))
        {
            // Renewal begins before the expiry so that the old token can bridge a failure.
            return cached.Token;
        }
    }

    private async Task<ManagementToken> RenewAsync(string? refused)
    {
        try
        {
            var token = await obtain(refused).ConfigureAwait(false);
            lock (_lock)
            {
                _token = new CachedToken(token, timeProvider);
                return token;
            }
        }
        finally
        {
            lock (_lock)
            {
                _renewal = null;
            }
        }
    }

    private bool IsRefused(ManagementToken token)
    {
        lock (_lock)
        {
            return _refused == token.Value;
        }
    }

    /// <summary>
    /// A token with the time of its arrival. The wall clock is wrong after it was set; the elapsed time may stand still while
    /// the machine sleeps. So a limit is reached when either of the two reaches it.
    /// </summary>
    private sealed class CachedToken(ManagementToken token, TimeProvider timeProvider)
    {
        private readonly long _arrivalTimestamp = timeProvider.GetTimestamp();
        private readonly DateTimeOffset _arrival = timeProvider.GetUtcNow();

        public ManagementToken Token => token;

        public bool IsFresh => IsBefore(token.Renewal);

        public bool IsValid => IsBefore(token.Expiry);

        private bool IsBefore(DateTimeOffset limit) =>
            timeProvider.GetUtcNow() < limit && timeProvider.GetElapsedTime(_arrivalTimestamp) < limit - _arrival;
    }
}
