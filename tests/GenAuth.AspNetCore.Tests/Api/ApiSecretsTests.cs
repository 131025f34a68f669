using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using GenAuth.AspNetCore.Tests.Api.Support;
using GenAuth.OpenIdConnect;
using GenAuth.OpenIdConnect.Tests.Support;

namespace GenAuth.AspNetCore.Tests.Api;

/// <summary>Tokens and the secret are marked, and no log entry, activity or metric shows one of them.</summary>
public sealed class ApiSecretsTests
{
    private const string Canary = "canary";
    private const string Secret = Canary + "-secret-with-at-least-32-characters";

    [Fact]
    public async Task No_log_activity_or_metric_shows_a_token_or_a_secret()
    {
        var telemetry = new ConcurrentQueue<string>();
        using var activities = Listen(telemetry);
        using var metrics = ListenToMetrics(telemetry);
        await using var service = await StubService.StartAsync();
        await using var api = await service.StartApiAsync(TokenSigningAlgorithm.HS256, static options =>
        {
            (options.AppSecret, options.IntrospectTokens, options.LogBodies) = (Secret, true, true);
            options.IntrospectionCacheDuration = TimeSpan.Zero;
        });
        var claims = TestTokens.AccessClaims(service.Host + "/oidc");
        claims["sub"] = Canary + "-user";
        claims["email"] = Canary + "@example.com";
        var valid = TestTokens.Hmac(claims, Secret);
        string[] tokens = [valid, valid + "x", TestTokens.Hmac(claims, Canary), $"{Canary}.{Canary}.{Canary}", Canary, $"{Canary}.e.e.e.e"];

        foreach (var response in new StubResponse[]
        {
            new("""{"active":true,"sub":"canary-user"}"""),
            new("""{"active":false}"""),
            new($$"""{"error":"invalid_client","error_description":"{{Secret}} {{valid}}"}""", 401),
            new("<html>canary</html>", 502),
            new(string.Empty, 0),
        })
        {
            service.On("/oidc/token/introspection", _ => response);
            foreach (var token in tokens)
            {
                await api.GetAsync("/claims", token);
            }
        }

        Assert.Equal(5, service.CountOf("/oidc/token/introspection"));
        Assert.NotEmpty(api.Log.OfEvent(120));
        Assert.NotEmpty(api.Log.OfEvent(121));
        Assert.Contains(telemetry, static line => line.StartsWith("genauth.api.tokens", StringComparison.Ordinal));
        Assert.DoesNotContain(api.Log.Lines.Concat(telemetry), line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase) || line.Contains(valid[..40], StringComparison.Ordinal) && line.Contains(valid[^20..], StringComparison.Ordinal));
    }

    private static ActivityListener Listen(ConcurrentQueue<string> lines)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GenAuthDiagnostics.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => lines.Enqueue(activity.DisplayName + string.Join(",", activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMetrics(ConcurrentQueue<string> lines)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == GenAuthDiagnostics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => lines.Enqueue($"{instrument.Name} {value} {string.Join(",", tags.ToArray())}"));
        listener.Start();
        return listener;
    }
}
