using System.Diagnostics;
using System.Net;
using GenAuth.Diagnostics;
using GenAuth.Drift;
using GenAuth.Serialization;
using Microsoft.Extensions.Logging;

namespace GenAuth.Pipeline;

/// <summary>A call that reports log entries, an activity, metrics and schema drift.</summary>
internal sealed class InstrumentedCall(
    CallContext context, ApiRequest request, RequestOptions? options, string? accessToken, CancellationToken cancellationToken)
    : ApiCall(context, request, options, accessToken, cancellationToken)
{
    private readonly CallTelemetry _telemetry = context.Settings.Telemetry;
    private readonly SchemaDriftReporter? _driftReporter = context.Settings.Telemetry.DriftReporter;
    private Activity? _activity;
    private SchemaDriftRecorder? _drift;
    private HttpStatusCode? _status;
    private int _bytes;

    public override SchemaDriftRecorder? Drift => _drift;

    private ILogger? Logger => _telemetry.Logger;

    /// <summary>The name in the document. Custom calls share one name, because their paths may contain personal data and are unlimited in number.</summary>
    private string Operation => Request.IsCustom ? "custom" : Request.Operation;

    private double Milliseconds => Math.Round(Elapsed.TotalMilliseconds, 1);

    public override void OnStarting()
    {
        // Samplers use only the tags that are set at the start.
        _activity = Telemetry.Activities.HasListeners()
            ? Telemetry.Activities.StartActivity(ActivityKind.Client, tags: CreateCommonTags(), name: Operation)
            : null;
        if (_telemetry.BodyLogger is { } logger)
        {
            CallLog.Request(logger, Operation, Request.Method.Method, GetQueryText(), CallLog.FormatBody(Request.Body));
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
        _drift = _driftReporter is null ? null : new(Operation);
    }

    public override void OnSucceeded(object? result)
    {
        // The document does not define the status of a custom operation.
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
            CallLog.Response(logger, Operation, (int)_status.GetValueOrDefault(), CallLog.FormatBody(result));
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

    /// <summary>The query with its values masked if they are sensitive.</summary>
    private string GetQueryText()
    {
        var text = Request.Query.FormatAddress(string.Empty, string.Empty, Request.HidesQuery ? WireWriter.Hidden : null);
        return text.Length == 0 ? "(none)" : text;
    }

    protected override void OnRetrying(int number, GenAuthException failure, TimeSpan delay)
    {
        var type = GetErrorType(failure);
        Telemetry.Retries.Add(1, new(TelemetryTags.Operation, Operation), new(TelemetryTags.ServerAddress, _telemetry.Host.Host), new(TelemetryTags.ErrorType, type));
        if (Logger is not null)
        {
            CallLog.Retrying(Logger, Operation, Math.Round(delay.TotalMilliseconds), number, type);
        }
    }

    private static string GetErrorType(Exception exception) => exception.GetType().FullName!;

    /// <summary>Reports the schema drift of the last response. Each attempt has its own.</summary>
    private void ReportDrift()
    {
        foreach (var drift in _drift?.All ?? [])
        {
            _driftReporter!.Report(drift);
        }

        _drift = null;
    }

    private void Report(Exception? failure)
    {
        if (_activity is null && !Telemetry.Duration.Enabled)
        {
            return;
        }

        var tags = new TagList(CreateCommonTags());
        if (_status is { } status)
        {
            tags.Add(TelemetryTags.HttpStatusCode, (int)status);
        }

        if (failure is GenAuthApiException { ApiCode: { } apiCode })
        {
            tags.Add(TelemetryTags.ApiCode, apiCode.Value);
        }

        if (failure is not null)
        {
            tags.Add(TelemetryTags.ErrorType, GetErrorType(failure));
        }

        Telemetry.Duration.Record(Elapsed.TotalSeconds, tags);
        if (_activity is not null)
        {
            foreach (var tag in tags)
            {
                _activity.SetTag(tag.Key, tag.Value);
            }

            _activity.SetTag(TelemetryTags.Attempts, RequestCount);
            _activity.SetTag(TelemetryTags.ResendCount, RequestCount > 1 ? RequestCount - 1 : null);
        }
    }

    private KeyValuePair<string, object?>[] CreateCommonTags() =>
    [
        new(TelemetryTags.Operation, Operation),
        new(TelemetryTags.HttpMethod, Request.Method.Method),
        new(TelemetryTags.ServerAddress, _telemetry.Host.Host),
        new(TelemetryTags.ServerPort, _telemetry.Host.Port),
    ];
}
