using System.Collections.Concurrent;
using System.Diagnostics;
using GenAuth.AspNetCore.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Security;

public sealed class CanaryTests
{
    private static readonly string[] TokenNames = ["access_token", "id_token", "refresh_token"];

    /// <summary>
    /// The whole life of a session, and failures of each step. The log of this package and the activities are searched whole, the log of
    /// ASP.NET Core from Debug up: at Trace its handler writes the addresses of redirects. Event 12 of the library is left out: it is
    /// the message of the service.
    /// </summary>
    [Fact]
    public async Task Tokens_secrets_and_personal_data_are_in_no_log_and_no_activity()
    {
        var clock = new ShiftedClock();
        using var log = new LogRecorder();
        var activities = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAuthDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => activities.Enqueue($"{activity.OperationName} {string.Join(" | ", activity.TagObjects)} {activity.StatusDescription}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var tenant = await Tenants.StartAsync(options => (options.TimeProvider, options.AccessTokenLifetime, options.RotateRefreshTokens) = (clock, TimeSpan.FromMinutes(10), true));
        var tokens = new ConcurrentBag<string>();
        await using var app = await WebAppHost.StartAsync(
            tenant,
            options => (options.TimeProvider, options.SignInFailedPath, options.Scope) = (clock, "/", "openid profile email phone offline_access"),
            builder =>
            {
                builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
                Intercept.TokenResponses(body =>
                {
                    foreach (var name in TokenNames)
                    {
                        tokens.Add((string)body[name]!);
                    }
                })(builder);
            });
        using var browser = new Browser();
        await app.SignInAsync(browser);
        await browser.OpenAsync(app.Profile);
        clock.Advance(TimeSpan.FromMinutes(6));
        await browser.OpenAsync(app.Profile);
        clock.Advance(TimeSpan.FromMinutes(6));
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "server_error") { Description = "Ada@example.com", HttpStatusCode = System.Net.HttpStatusCode.InternalServerError });
        await browser.OpenAsync(app.Profile);
        await browser.SubmitAsync(await browser.OpenAsync(app.SignOutPage), "/account/sign-out");
        await app.SignInAsync(browser);
        clock.Advance(TimeSpan.FromMinutes(6));
        tenant.FailNext(new GenAuthTenantOAuthFailure("/oidc/token", "invalid_grant") { Description = "Ada@example.com" });
        await browser.OpenAsync(app.Profile);
        await browser.OpenAsync(app.Address + "/signin-oidc?code=x&state=y");

        string[] canaries = [.. tokens, tenant.AppSecret, "Ada@example.com", "13800000000", "Lovelace", Tenants.Password];
        var entries = log.Entries.Where(entry => entry is not { Category: "GenAuth.OpenIdConnect.OpenIdConnectClient", Id: 12 }).ToList();
        var own = entries.Where(entry => entry.Category.StartsWith("GenAuth", StringComparison.Ordinal)).ToList();
        var searched = own.Concat(entries.Where(entry => entry.Level >= LogLevel.Debug)).Select(entry => $"{entry.Category} {entry.Id} {entry.Details}").Concat(activities).ToList();

        Assert.Superset(new HashSet<int> { 100, 101, 102, 103, 104, 105 }, own.Select(entry => entry.Id).ToHashSet());
        Assert.Contains(activities, activity => activity.StartsWith("renewTokens", StringComparison.Ordinal));
        Assert.All(canaries, canary => Assert.DoesNotContain(searched, text => text.Contains(canary, StringComparison.Ordinal)));
        Assert.DoesNotContain(own, entry => entry.Details.Contains("user-1", StringComparison.Ordinal));
    }
}
