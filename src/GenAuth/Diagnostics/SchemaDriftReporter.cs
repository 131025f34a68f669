using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>Reports a difference between a response and the document to the metric, the log and the application's observer.</summary>
internal sealed class SchemaDriftReporter(ISchemaDriftObserver? observer, ILogger? logger, string host)
{
    public void Report(SchemaDrift drift)
    {
        Telemetry.SchemaDrifts.Add(1, CreateTags(drift));
        if (logger is not null)
        {
            CallLog.SchemaDrift(logger, drift.Operation, drift.Kind, drift.Location);
        }

        try
        {
            observer?.OnDrift(drift);
        }
        catch (Exception exception)
        {
            // The response is valid, so the call must not fail. The message may contain personal data, so only the type is logged.
            if (logger is not null)
            {
                CallLog.ObserverFailed(logger, drift.Operation, exception.GetType().FullName!);
            }
        }
    }

    private TagList CreateTags(SchemaDrift drift)
    {
        var tags = new TagList { { TelemetryTags.Operation, drift.Operation }, { TelemetryTags.ServerAddress, host }, { TelemetryTags.DriftKind, drift.Kind.ToString() } };
        foreach (var (name, value) in new (string, object?)[] { (TelemetryTags.DriftType, drift.Type), (TelemetryTags.DriftMember, drift.Member), (TelemetryTags.HttpStatusCode, (int?)drift.HttpStatusCode) })
        {
            if (value is not null)
            {
                tags.Add(name, value);
            }
        }

        return tags;
    }
}
