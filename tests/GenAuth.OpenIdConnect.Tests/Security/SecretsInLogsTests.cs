using System.Collections.Concurrent;
using System.Diagnostics;
using GenAuth.OpenIdConnect.Tests.Support;
using GenAuth.Testing;
using Microsoft.Extensions.Logging;

namespace GenAuth.OpenIdConnect.Tests.Security;

/// <summary>Secrets of every call are marked, and no log entry, activity or exception shows one of them.</summary>
public sealed class SecretsInLogsTests
{
    private const string Canary = "canary";

    [Fact]
    public async Task No_log_activity_or_exception_shows_a_secret()
    {
        await using var service = await StubService.StartAsync();
        var log = new TextLog();
        var client = service.CreateClient(options =>
        {
            options.AppSecret = Canary + "-secret-with-at-least-32-characters";
            options.LoggerFactory = log;
            options.LogBodies = true;
            options.Retry.MaxRetries = 1;
        });
        using var activities = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "GenAuth",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => log.Write(activity.DisplayName + string.Join(",", activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(activities);

        foreach (var response in new StubResponse[]
        {
            new("""{"access_token":"canary-a","id_token":"canary.i.d","refresh_token":"canary-r","active":true,"sub":"canary-user","serviceResponse":{"authenticationSuccess":{"user":"canary"}}}"""),
            new("""{"error":"invalid_grant","error_description":"bad"}""", 400),
            new("<html>canary</html>", 502),
            new("", 0),
        })
        {
            foreach (var path in new[] { "/oidc/token", "/oidc/token/introspection", "/oidc/token/revocation", "/oidc/me", $"/cas-idp/{TestTokens.AppId}/serviceValidate" })
            {
                service.On(path, _ => response);
            }

            await CallEverythingAsync(client, log);
        }

        Assert.True(service.Requests.Count > 20);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, static line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(GenAuthTenantSigningAlgorithm.HS256)]
    [InlineData(GenAuthTenantSigningAlgorithm.RS256)]
    public async Task No_log_shows_a_secret_of_a_whole_sign_in(GenAuthTenantSigningAlgorithm algorithm)
    {
        await using var tenant = await Tenants.StartAsync(options => (options.SigningAlgorithm, options.RotateRefreshTokens) = (algorithm, true));
        var log = new TextLog();
        var client = tenant.CreateOpenIdConnectClient(algorithm, options => (options.LoggerFactory, options.LogBodies) = (log, true));
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = RawClient.Callback, Scope = "openid profile offline_access" });
        var callback = await tenant.SignInAsync(request);

        var signIn = await client.CompleteSignInAsync(request, callback);
        await client.GetUserInfoAsync(signIn.Tokens.AccessToken, signIn.IdToken!.Subject);
        var refreshed = await client.RefreshAsync(signIn.Tokens.RefreshToken!);
        await client.IntrospectTokenAsync(refreshed.Tokens.AccessToken);
        await client.RevokeTokenAsync(refreshed.Tokens.RefreshToken!);
        log.Write((await Assert.ThrowsAsync<GenAuthOAuthException>(() => client.CompleteSignInAsync(request, callback))).ToString());

        Assert.NotEmpty(log.Lines);
        Assert.All(
            [
                tenant.AppSecret, request.State, request.Nonce!, request.CodeVerifier, callback.Code!,
                signIn.Tokens.AccessToken, signIn.Tokens.IdToken!, signIn.Tokens.RefreshToken!,
                refreshed.Tokens.AccessToken, refreshed.Tokens.IdToken!, refreshed.Tokens.RefreshToken!,
            ],
            secret => Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }

    private static async Task CallEverythingAsync(OpenIdConnectClient client, TextLog log)
    {
        var request = client.CreateAuthorizationRequest(new() { RedirectUri = "https://app.example.com/callback" });
        var callback = AuthorizationCallback.FromParameters([new("code", "canary-code"), new("state", request.State)]);
        foreach (var call in new Func<Task>[]
        {
            () => client.CompleteSignInAsync(request, callback),
            () => client.RefreshAsync("canary-refresh"),
            () => client.GetClientCredentialsTokenAsync("book", new AccessKey("account", "canary-account-secret")),
            () => client.IntrospectTokenAsync("canary-token"),
            () => client.RevokeTokenAsync("canary-token"),
            () => client.GetUserInfoAsync("canary-token", null),
            () => client.ValidateCasTicketAsync("ST-canary", "https://app.example.com/cas"),
            () => client.ValidateIdTokenAsync("canary.canary.canary"),
        })
        {
            try
            {
                await call();
            }
            catch (GenAuthException exception)
            {
                log.Write(exception.ToString());
            }
        }
    }

    private sealed class TextLog : ILoggerFactory, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void Write(string line) => Lines.Enqueue(line);

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Write(formatter(state, exception) + exception);
    }
}
