using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GenAuth.Diagnostics;

/// <summary>Reports a difference between a response and the document as metric, log entry and to the application's observer.</summary>
internal sealed class DriftReport(ISchemaDriftObserver? observer, ILogger? logger, string host)
{
    public void Send(SchemaDrift drift)
    {
        Telemetry.SchemaDrifts.Add(1, Tags(drift));
        if (logger is not null)
        {
            CallLog.Drifted(logger, drift.Operation, drift.Kind, drift.Place);
        }

        try
        {
            observer?.OnDrift(drift);
        }
        catch (Exception exception)
        {
            // The response is valid all the same. Only the type is logged: the message is the application's and may hold personal data.
            if (logger is not null)
            {
                CallLog.ObserverFailed(logger, drift.Operation, exception.GetType().FullName!);
            }
        }
    }

    private TagList Tags(SchemaDrift drift)
    {
        var tags = new TagList { { Tag.Operation, drift.Operation }, { Tag.ServerAddress, host }, { Tag.DriftKind, drift.Kind.ToString() } };
        foreach (var (name, value) in new (string, object?)[] { (Tag.DriftType, drift.Type), (Tag.DriftMember, drift.Member), (Tag.HttpStatusCode, (int?)drift.HttpStatusCode) })
        {
            if (value is not null)
            {
                tags.Add(name, value);
            }
        }

        return tags;
    }
}
