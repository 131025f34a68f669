using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Permissions;

/// <summary>The log events of permissions. No entry contains the ID of a user.</summary>
internal static partial class PermissionLog
{
    [LoggerMessage(130, LogLevel.Information, "The user may not perform the action {Action} on {Resource}")]
    public static partial void Denied(ILogger logger, string action, string resource);

    [LoggerMessage(131, LogLevel.Error, "Permissions for the action {Action} are denied, because the service could not be asked: {Failure}")]
    public static partial void Unavailable(ILogger logger, string action, string failure);

    [LoggerMessage(132, LogLevel.Information, "Permissions are denied, because the caller is no user: there is no claim with the user's ID. Tokens of access accounts have scopes instead")]
    public static partial void NoUser(ILogger logger);

    [LoggerMessage(133, LogLevel.Error, "Permissions are denied: {Explanation}")]
    public static partial void NoToken(ILogger logger, string explanation);

    [LoggerMessage(134, LogLevel.Error, "Permissions are denied, because GetEnvironment is set but there is no request, or it returned null")]
    public static partial void NoEnvironment(ILogger logger);
}
