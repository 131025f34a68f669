namespace GenAuth.Management;

/// <summary>
/// The token of one client: kept, renewed before its end, and never by two callers at once. Safe to share.
/// </summary>
/// <param name="clock">Tells when a token has to be renewed.</param>
/// <param name="obtain">Gets a new token, which is not the given one. It runs for all callers that wait, so none of them can cancel it.</param>
internal sealed class ManagementTokens(TimeProvider clock, Func<string?, Task<ManagementToken>> obtain)
{
    private readonly object _lock = new();
    private volatile ManagementToken? _token;
    private string? _refused;
    private Task<ManagementToken>? _renewal;

    /// <summary>A token that is still good, or a new one.</summary>
    /// <exception cref="GenAuthException">There is none, and none was to be had. Everybody who waited for it learns this; the next caller tries again.</exception>
    public ValueTask<ManagementToken> GetAsync(CancellationToken cancellationToken)
    {
        // Without the lock, because nearly every call comes this far and no further.
        var present = _token;
        return present is not null && clock.GetUtcNow() < present.Renewal ? new(present) : new(RenewOrWaitAsync(cancellationToken));
    }

    /// <summary>Forgets a token that the service refused, unless it was replaced meanwhile.</summary>
    public void Drop(string refused)
    {
        lock (_lock)
        {
            _refused = refused;
            if (_token?.Value == refused)
            {
                _token = null;
            }
        }
    }

    private async Task<ManagementToken> RenewOrWaitAsync(CancellationToken cancellationToken)
    {
        ManagementToken? present;
        Task<ManagementToken> renewal;
        lock (_lock)
        {
            present = _token;
            if (present is not null && clock.GetUtcNow() < present.Renewal)
            {
                return present;
            }

            var refused = _refused;
            renewal = _renewal ??= Task.Run(() => RenewAsync(refused), CancellationToken.None);
        }

        try
        {
            return await Waiting.ForAsync(renewal, cancellationToken).ConfigureAwait(false);
        }
        catch (GenAuthException) when (present is not null && clock.GetUtcNow() < present.Expiry && !IsRefused(present))
        {
            // It was early, and the time until the end is there to bridge a failure.
            return present;
        }
    }

    private async Task<ManagementToken> RenewAsync(string? refused)
    {
        try
        {
            var token = await obtain(refused).ConfigureAwait(false);
            lock (_lock)
            {
                _token = token;
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
}
