using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GenAuth.AspNetCore.Telemetry;

/// <summary>The metrics of web apps.</summary>
internal static class WebAppMetrics
{
    private const string SchemeTag = "genauth.scheme";
    private const string OutcomeTag = "genauth.outcome";

    private static readonly Counter<long> SignIns = AspNetCoreTelemetry.Meter.CreateCounter<long>("genauth.web.sign_ins", "{sign_in}", "Number of sign-ins of users.");

    private static readonly Histogram<double> Renewals = AspNetCoreTelemetry.Meter.CreateHistogram<double>(
        "genauth.web.token_renewal.duration", "s", "Duration of the renewals of the tokens of sessions.");

    /// <param name="scheme">The application's scheme.</param>
    /// <param name="outcome"><c>succeeded</c>, <c>denied</c> or <c>failed</c>.</param>
    public static void RecordSignIn(string scheme, string outcome) => SignIns.Add(1, new TagList { { SchemeTag, scheme }, { OutcomeTag, outcome } });

    /// <param name="scheme">The application's scheme.</param>
    /// <param name="outcome"><c>renewed</c>, <c>refused</c> or <c>failed</c>.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="activity">The activity, or <see langword="null"/>.</param>
    public static void RecordRenewal(string scheme, string outcome, TimeSpan duration, Activity? activity)
    {
        var tags = new TagList { { SchemeTag, scheme }, { OutcomeTag, outcome } };
        Renewals.Record(duration.TotalSeconds, tags);
        foreach (var (name, value) in tags)
        {
            activity?.SetTag(name, value);
        }

        if (outcome == "failed")
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
