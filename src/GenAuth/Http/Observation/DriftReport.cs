using System.Diagnostics;
using GenAuth.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GenAuth.Http;

/// <summary>Tells everybody who wants to know how an answer differs from the document.</summary>
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
            // The answer is as good as before. Its type alone: nobody knows what an application writes into its messages.
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
