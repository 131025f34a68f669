using System.Diagnostics;
using System.Diagnostics.Metrics;
using GenAuth.AspNetCore.Telemetry;
using GenAuth.OpenIdConnect;

namespace GenAuth.AspNetCore.Api;

/// <summary>The number of validated tokens, in the meter of the SDK.</summary>
internal static class ApiMetrics
{
    private static readonly Counter<long> Tokens = AspNetCoreTelemetry.Meter.CreateCounter<long>(
        "genauth.api.tokens", "{token}", "Number of access tokens that an API accepted, refused or could not validate.");

    public static void Accepted(string scheme) => Add(scheme, "accepted", null);

    public static void Refused(string scheme, TokenProblem problem) => Add(scheme, "refused", problem.ToString());

    public static void Unavailable(string scheme) => Add(scheme, "unavailable", null);

    private static void Add(string scheme, string result, string? problem)
    {
        if (!Tokens.Enabled)
        {
            return;
        }

        var tags = new TagList { { "genauth.scheme", scheme }, { "genauth.result", result } };
        if (problem is not null)
        {
            tags.Add("error.type", problem);
        }

        Tokens.Add(1, tags);
    }
}
