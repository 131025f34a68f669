using System.Diagnostics;
using System.Net;
using GenAuth.Diagnostics;
using GenAuth.Drift;
using GenAuth.Serialization;
using GenAuth.Settings;
using Microsoft.Extensions.Logging;

namespace GenAuth.Pipeline;

/// <summary>A call that is reported as log entries, activity, metrics and schema drift.</summary>
internal sealed class InstrumentedCall(
    ApiRequest request, RequestOptions? options, string? accessToken, TransportSettings settings, CancellationToken cancellationToken)
    : ApiCall(request, options, accessToken, settings, cancellationToken)
{
    private readonly CallTelemetry _telemetry = settings.Telemetry;
    private readonly DriftReport? _driftReport = settings.Telemetry.Drift;
    private Activity? _activity;
    private DriftNotes? _drift;
    private HttpStatusCode? _status;
    private int _bytes;

    public override DriftNotes? Drift => _drift;

    private ILogger? Logger => _telemetry.Logger;

    /// <summary>The name in the document. Custom calls share one name: their paths may hold personal data, and have no limited number.</summary>
    private string Operation => Request.IsCustom ? "custom" : Request.Operation;

    private double Milliseconds => Math.Round(Elapsed.TotalMilliseconds, 1);

    public override void OnStarting()
    {
        // Samplers decide by the tags that an activity starts with.
        _activity = Telemetry.Activities.HasListeners()
            ? Telemetry.Activities.StartActivity(ActivityKind.Client, tags: CommonTags(), name: Operation)
            : null;
        if (_telemetry.BodyLogger is { } logger)
        {
            CallLog.Request(logger, Operation, Request.Method.Method, QueryText(), BodyText.Of(Request.Body));
        }
    }

    public override void OnSending()
    {
        ReportDrift();
        base.OnSending();
        _status = null;
        _bytes = 0;
    }

    public override void OnReceived(HttpStatusCode status, int bytes)
    {
        _status = status;
        _bytes = bytes;
        _drift = _driftReport is null ? null : new(Operation);
    }

    public override void OnSucceeded(object? result)
    {
        // A custom operation has no documented status.
        if (_status is { } status and not HttpStatusCode.OK && !Request.IsCustom)
        {
            _drift?.AddHttpStatus(status);
        }

        ReportDrift();
        Report(null);
        if (Logger is not null)
        {
            CallLog.Succeeded(Logger, Operation, Milliseconds, RequestCount);
        }

        if (_telemetry.BodyLogger is { } logger)
        {
            CallLog.Response(logger, Operation, (int)_status.GetValueOrDefault(), BodyText.Of(result));
        }

        _activity?.Dispose();
        base.OnSucceeded(result);
    }

    public override void OnFailed(Exception exception)
    {
        ReportDrift();
        _activity?.SetStatus(ActivityStatusCode.Error);
        Report(exception);
        if (Logger is not null)
        {
            FailureLog.Write(Logger, Operation, exception, _bytes, Milliseconds, RequestCount);
        }

        _activity?.Dispose();
        base.OnFailed(exception);
    }

    /// <summary>The query as a log may show it.</summary>
    private string QueryText()
    {
        var text = Request.Query.Behind(string.Empty, string.Empty, Request.HidesQuery ? WireWriter.Hidden : null);
        return text.Length == 0 ? "(none)" : text;
    }

    protected override void OnRetrying(int number, GenAuthException failure, TimeSpan delay)
    {
        var type = TypeOf(failure);
        Telemetry.Retries.Add(1, new(Tag.Operation, Operation), new(Tag.ServerAddress, _telemetry.Host.Host), new(Tag.ErrorType, type));
        if (Logger is not null)
        {
            CallLog.Repeated(Logger, Operation, Math.Round(delay.TotalMilliseconds), number, type);
        }
    }

    private static string TypeOf(Exception exception) => exception.GetType().FullName!;

    /// <summary>Reports the drift of the last response that was read. Each response has its own.</summary>
    private void ReportDrift()
    {
        foreach (var drift in _drift?.All ?? [])
        {
            _driftReport!.Send(drift);
        }

        _drift = null;
    }

    private void Report(Exception? failure)
    {
        if (_activity is null && !Telemetry.Duration.Enabled)
        {
            return;
        }

        var tags = new TagList(CommonTags());
        if (_status is { } status)
        {
            tags.Add(Tag.HttpStatusCode, (int)status);
        }

        if (failure is GenAuthApiException { ApiCode: { } apiCode })
        {
            tags.Add(Tag.ApiCode, apiCode.Value);
        }

        if (failure is not null)
        {
            tags.Add(Tag.ErrorType, TypeOf(failure));
        }

        Telemetry.Duration.Record(Elapsed.TotalSeconds, tags);
        if (_activity is not null)
        {
            foreach (var tag in tags)
            {
                _activity.SetTag(tag.Key, tag.Value);
            }

            _activity.SetTag(Tag.Attempts, RequestCount);
            _activity.SetTag(Tag.ResendCount, RequestCount > 1 ? RequestCount - 1 : null);
        }
    }

    private KeyValuePair<string, object?>[] CommonTags() =>
    [
        new(Tag.Operation, Operation),
        new(Tag.HttpMethod, Request.Method.Method),
        new(Tag.ServerAddress, _telemetry.Host.Host),
        new(Tag.ServerPort, _telemetry.Host.Port),
    ];
}
