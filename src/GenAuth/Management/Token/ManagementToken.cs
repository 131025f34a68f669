namespace GenAuth.Management;

/// <summary>A management token and how long it is good for. Not a record: those print all their members.</summary>
internal sealed class ManagementToken
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    public ManagementToken(string value, DateTimeOffset expiry, DateTimeOffset renewal)
    {
        Value = value;
        Expiry = expiry;
        Renewal = renewal;
        UserPoolId = TokenClaims.UserPoolId(value);
    }

    public string Value { get; }

    /// <summary>When the token ends.</summary>
    public DateTimeOffset Expiry { get; }

    /// <summary>When a new one is asked for: 5 minutes before the end or after 90 % of the life, whichever is later.</summary>
    public DateTimeOffset Renewal { get; }

    /// <summary>The user pool that the token says it is for, where it can be read.</summary>
    public string? UserPoolId { get; }

    /// <param name="value">The token.</param>
    /// <param name="asked">When it was asked for, which is before its life began.</param>
    /// <param name="life">How long it is valid. One that is not known is nothing: the token is good for those who wait for it.</param>
    public static ManagementToken Issued(string value, DateTimeOffset asked, TimeSpan life)
    {
        var margin = TimeSpan.FromTicks(Math.Min(life.Ticks / 10, LongestMargin.Ticks));
        return new(value, asked + life, asked + life - margin);
    }
}
