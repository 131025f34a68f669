using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Telemetry;

/// <summary>The log events of web apps, 100 to 119. Their IDs never change their meaning. None contains a token, a secret or personal data.</summary>
internal static partial class WebAppLog
{
    /// <summary>The category of the log.</summary>
    public const string Category = "GenAuth.AspNetCore.WebApp";

    [LoggerMessage(100, LogLevel.Information, "{Scheme}: a user signed in")]
    public static partial void SignedIn(ILogger logger, string scheme);

    [LoggerMessage(101, LogLevel.Warning, "{Scheme}: a sign-in failed: {Failure}")]
    public static partial void SignInFailed(ILogger logger, string scheme, string failure);

    [LoggerMessage(102, LogLevel.Information, "{Scheme}: a user signed out")]
    public static partial void SignedOut(ILogger logger, string scheme);

    [LoggerMessage(103, LogLevel.Debug, "{Scheme}: the tokens of a session were renewed in {Milliseconds} ms")]
    public static partial void TokensRenewed(ILogger logger, string scheme, double milliseconds);

    [LoggerMessage(104, LogLevel.Information, "{Scheme}: the tokens of a session cannot be renewed: {Reason}. The session has ended")]
    public static partial void RenewalRefused(ILogger logger, string scheme, string reason);

    [LoggerMessage(105, LogLevel.Warning, "{Scheme}: the tokens of a session were not renewed: {Failure}. The session continues; the next attempt follows in {Seconds} s at the earliest")]
    public static partial void RenewalFailed(ILogger logger, string scheme, string failure, double seconds);

    [LoggerMessage(106, LogLevel.Warning, "{Scheme}: the claims of a session were not renewed with its tokens: {Failure}")]
    public static partial void ClaimsNotRenewed(ILogger logger, string scheme, string failure);

    [LoggerMessage(107, LogLevel.Warning, "{Scheme}: a session in the distributed cache is ignored: {Failure}. The replicas need the same keys for data protection")]
    public static partial void SessionIgnored(ILogger logger, string scheme, string failure);

    [LoggerMessage(108, LogLevel.Warning, "The distributed cache needed {Milliseconds} ms for a read and a write, more than RenewalLockDelay ({Delay} ms). No tokens were renewed; set a longer delay in all replicas")]
    public static partial void LockTooSlow(ILogger logger, double milliseconds, double delay);

    [LoggerMessage(109, LogLevel.Warning, "{Scheme}: the refresh token was not revoked at sign-out: {Failure}")]
    public static partial void NotRevoked(ILogger logger, string scheme, string failure);

    [LoggerMessage(110, LogLevel.Information, "{Scheme}: a return address was refused, because it does not lead to this app")]
    public static partial void ReturnUrlRefused(ILogger logger, string scheme);

    [LoggerMessage(111, LogLevel.Warning, "Sessions are in the memory of this process. They end with it, and other replicas do not know them. Register a distributed cache, for example with AddStackExchangeRedisCache")]
    public static partial void SessionsInMemory(ILogger logger);
}
