namespace GenAuth.Management;

/// <summary>
/// The token of one client: kept, renewed before its end, and never by two callers at once. Safe to share.
/// </summary>
/// <param name="clock">Tells when a token has to be renewed.</param>
/// <param name="obtain">Gets a new token, which is not the given one. It runs for all callers that wait, so none of them can cancel it.</param>
internal sealed class ManagementTokens(TimeProvider clock, Func<string?, Task<ManagementToken>> obtain)
{
    private readonly object _lock = new();
    private volatile Kept? _token;
    private string? _refused;
    private Task<ManagementToken>? _renewal;

    /// <summary>A token that is still good, or a new one.</summary>
    /// <exception cref="GenAuthException">There is none, and none was to be had. Everybody who waited for it learns this; the next caller tries again.</exception>
    public ValueTask<ManagementToken> GetAsync(CancellationToken cancellationToken)
    {
        // Without the lock, because nearly every call comes this far and no further.
        var present = _token;
        return present is not null && present.IsFresh ? new(present.Token) : new(RenewOrWaitAsync(cancellationToken));
    }

    /// <summary>Forgets a token that the service refused, unless it was replaced meanwhile.</summary>
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
        Kept? present;
        Task<ManagementToken> renewal;
        lock (_lock)
        {
            present = _token;
            if (present is not null && present.IsFresh)
            {
                return present.Token;
            }

            var refused = _refused;
            renewal = _renewal ??= Task.Run(() => RenewAsync(refused), CancellationToken.None);
        }

        try
        {
            return await Waiting.ForAsync(renewal, cancellationToken).ConfigureAwait(false);
        }
        catch (GenAuthException) when (present is not null && present.IsValid && !IsRefused(present.Token))
        {
            // It was early, and the time until the end is there to bridge a failure.
            return present.Token;
        }
    }

    private async Task<ManagementToken> RenewAsync(string? refused)
    {
        try
        {
            var token = await obtain(refused).ConfigureAwait(false);
            lock (_lock)
            {
                _token = new Kept(token, clock);
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
    /// A token and since when it is here. Its times hold for a wall clock that nobody sets; the time that has passed holds when
    /// somebody does, but may stand still while the machine sleeps. The earlier end of the two counts.
    /// </summary>
    private sealed class Kept(ManagementToken token, TimeProvider clock)
    {
        private readonly long _since = clock.GetTimestamp();
        private readonly DateTimeOffset _shown = clock.GetUtcNow();

        public ManagementToken Token => token;

        public bool IsFresh => IsBefore(token.Renewal);

        public bool IsValid => IsBefore(token.Expiry);

        private bool IsBefore(DateTimeOffset end) => clock.GetUtcNow() < end && clock.GetElapsedTime(_since) < end - _shown;
    }
}
