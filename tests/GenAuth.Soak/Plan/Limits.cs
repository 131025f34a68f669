namespace GenAuth.Soak.Plan;

/// <summary>The settings of the clients. Short, so that a late answer does not hold a run up, but no fast one may meet them.</summary>
internal static class Limits
{
    public const int MaxRetries = 2;
    public const int MoreRetries = 3;

    /// <summary>
    /// How often the platform sends one request of the library. When the connection is closed without an answer, one without a
    /// body goes on the next connection at once, of which the library learns nothing.
    /// </summary>
    public const int PlatformSends = 4;

    public const int MaxResponseBytes = 256 * 1024;

    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(30);

    /// <summary>Of a whole call that brings options of its own; less than an attempt's.</summary>
    public static readonly TimeSpan ShortCall = TimeSpan.FromSeconds(4);

    /// <summary>What a call may take beyond its limit until it has ended, on a machine that is busy.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The life of a management token, of which the last tenth is for its renewal.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(20);
}
