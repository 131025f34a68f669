namespace GenAuth.Authorization.Token;

/// <summary>A management token and its lifetime. Not a record: those print all their members.</summary>
internal sealed class ManagementToken
{
    private static readonly TimeSpan MaxRenewalMargin = TimeSpan.FromMinutes(5);

    /// <param name="value">The token.</param>
    /// <param name="issued">When it was requested, which is before its life began.</param>
    /// <param name="expiry">When it expires. A token of unknown life expires at once: it serves those who wait for it.</param>
    public ManagementToken(string value, DateTimeOffset issued, DateTimeOffset expiry)
    {
        Value = value;
        Issued = issued;
        Expiry = expiry;
        Renewal = expiry - TimeSpan.FromTicks(Math.Min((expiry - issued).Ticks / 10, MaxRenewalMargin.Ticks));
        UserPoolId = TokenClaims.Read(value).UserPoolId;
    }

    public string Value { get; }

    /// <summary>When the token was requested, by this machine's clock or by that of the replica that shares it.</summary>
    public DateTimeOffset Issued { get; }

    public DateTimeOffset Expiry { get; }

    /// <summary>When a new token is requested: 5 minutes before the expiry or after 90 % of the life, whichever is later.</summary>
    public DateTimeOffset Renewal { get; }

    /// <summary>The user pool that the token names in its claims; <see langword="null"/> when it names none.</summary>
    public string? UserPoolId { get; }
}
