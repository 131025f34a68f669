namespace GenAuth.Soak.Plan;

/// <summary>The settings of the clients: short enough that a late response does not delay the run, long enough for every fast one.</summary>
internal static class Limits
{
    public const int MaxRetries = 2;
    public const int MoreRetries = 3;

    /// <summary>
    /// How often the platform sends one request. When the connection is closed without a response, it sends a request without a
    /// body on another connection at once, unnoticed by the library.
    /// </summary>
    public const int PlatformSends = 4;

    public const int MaxResponseBytes = 256 * 1024;

    public static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Call = TimeSpan.FromSeconds(30);

    /// <summary>The timeout of a call with its own options; shorter than that of an attempt.</summary>
    public static readonly TimeSpan ShortCall = TimeSpan.FromSeconds(4);

    /// <summary>The tolerance after the timeout of a call on a busy machine.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The lifetime of a management token, which is renewed in its last tenth.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(20);
}
