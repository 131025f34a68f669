using GenAuth.OpenIdConnect;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Api;

/// <summary>The log events of an API. No entry contains a token, a secret or a claim of a user.</summary>
internal static partial class ApiLog
{
    /// <summary>The category of the log.</summary>
    public const string Category = "GenAuth.AspNetCore.Api";

    [LoggerMessage(120, LogLevel.Information, "{Scheme} refused an access token, {Problem}: {Explanation}")]
    public static partial void TokenRefused(ILogger logger, string scheme, TokenProblem problem, string explanation);

    [LoggerMessage(121, LogLevel.Error, "{Scheme} could not validate an access token, because the service or the secret was unavailable: {Failure}")]
    public static partial void ValidationUnavailable(ILogger logger, string scheme, string failure);
}
