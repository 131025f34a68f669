using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Alipay;

/// <summary>The log events of sign-ins with Alipay. No entry contains a code, a state or a token.</summary>
internal static partial class AlipayLog
{
    /// <summary>The category of the log.</summary>
    public const string Category = "GenAuth.AspNetCore.Alipay";

    [LoggerMessage(140, LogLevel.Warning, "A sign-in with Alipay was refused: its {Value} is unknown or was used already")]
    public static partial void Replayed(ILogger logger, string value);

    [LoggerMessage(141, LogLevel.Error, "A sign-in with Alipay failed: {Operation} threw {Failure}")]
    public static partial void Failed(ILogger logger, string operation, string failure);
}
