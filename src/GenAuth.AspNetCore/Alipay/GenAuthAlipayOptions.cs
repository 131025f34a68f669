using GenAuth.Models;
using Microsoft.AspNetCore.Http;

namespace GenAuth.AspNetCore;

/// <summary>Settings of the endpoints for sign-in with Alipay.</summary>
public sealed class GenAuthAlipayOptions
{
    /// <summary>The unique identifier of the Alipay (Mobile) connection, from the console. Required.</summary>
    public string Connection { get; set; } = string.Empty;

    /// <summary>
    /// The scopes of the tokens, separated by blanks. With <c>offline_access</c> the app gets a refresh token. Default:
    /// <see langword="null"/>, the service's own (<c>openid profile</c>).
    /// </summary>
    public string? Scope { get; set; }

    /// <summary>How long a sign-in may take from its start in the app to the exchange of the code, at most one hour. Default: 10 minutes.</summary>
    public TimeSpan StateLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a code that was sent is refused when it is sent again, from 10 minutes to 7 days. A code of Alipay is valid for a day at
    /// most. Default: 24 hours.
    /// </summary>
    public TimeSpan CodeMemory { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The key of the registered <see cref="IAuthenticationClient"/>. Default: <see langword="null"/>, the one without a key.</summary>
    public string? ClientName { get; set; }

    /// <summary>
    /// Creates the response to a successful sign-in, for a program that keeps the tokens and gives the app a session of its own. Default:
    /// <see langword="null"/>, the tokens as <see cref="AlipayTokens"/>.
    /// </summary>
    public Func<HttpContext, LoginTokenResponseDataDto, Task<IResult>>? OnSignedIn { get; set; }

    /// <summary>Everything that is wrong with the options, with remedies.</summary>
    internal IEnumerable<string> GetProblems()
    {
        string?[] problems =
        [
            string.IsNullOrWhiteSpace(Connection) ? "Connection is empty. Set the unique identifier of the Alipay (Mobile) connection from the console." : null,
            Scope is not null && !Scope.Split(' ').Contains("openid") ? "Scope does not contain openid, without which the service refuses the sign-in. Add it, or leave Scope null." : null,
            StateLifetime > TimeSpan.Zero && StateLifetime <= TimeSpan.FromHours(1) ? null : "StateLifetime must be more than zero and at most one hour.",
            CodeMemory >= TimeSpan.FromMinutes(10) && CodeMemory <= TimeSpan.FromDays(7) ? null : "CodeMemory must be between 10 minutes and 7 days.",
        ];
        return problems.OfType<string>();
    }
}
