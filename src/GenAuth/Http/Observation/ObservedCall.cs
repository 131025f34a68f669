using System.Diagnostics;
using System.Net;
using GenAuth.Diagnostics;
using Microsoft.Extensions.Logging;

namespace GenAuth.Http;

/// <summary>A call that somebody wants to know of.</summary>
internal sealed class ObservedCall(
    ApiRequest request, RequestOptions? options, string? accessToken, TransportSettings settings, CancellationToken cancellationToken)
    : ApiCall(request, options, accessToken, settings, cancellationToken)
{
    private readonly CallObserver _observer = settings.Observer;
    private readonly DriftReport? _driftReport = settings.Observer.Drift;
    private DriftNotes? _drift;
    private HttpStatusCode? _status;
    private int _bytes;

    public override DriftNotes? Drift => _drift;

    private ILogger? Logger => _observer.Logger;

    /// <summary>The name in the document. Other operations have one for all: a path may hold names of persons, and there are as many as there are persons.</summary>
    private string Operation => Request.IsCustom ? "custom" : Request.Operation;

    private double Milliseconds => Math.Round(Elapsed.TotalMilliseconds, 1);

    /// <summary>Makes the call and reports it.</summary>
    public async Task<T> RunAsync<T>(Func<ApiCall, Task<T>> send)
    {
        // The names that samplers decide by are there from the beginning.
        using var activity = Telemetry.Activities.HasListeners()
            ? Telemetry.Activities.StartActivity(ActivityKind.Client, tags: CommonTags(), name: Operation)
            : null;
        if (_observer.BodyLogger is { } logger)
        {
            CallLog.Request(logger, Operation, Request.Method.Method, BodyText.Of(Request), BodyText.Of(Request.Body));
        }

        T answer;
        try
        {
            answer = await send(this).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            OnFailed(exception, activity);
            throw;
        }

        OnSucceeded(answer, activity);
        return answer;
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

    protected override void OnRepeating(int number, GenAuthException failure, TimeSpan wait)
    {
        var type = TypeOf(failure);
        Telemetry.Retries.Add(1, new(Tag.Operation, Operation), new(Tag.ServerAddress, _observer.Host.Host), new(Tag.ErrorType, type));
        if (Logger is not null)
        {
            CallLog.Repeated(Logger, Operation, Math.Round(wait.TotalMilliseconds), number, type);
        }
    }

    private static string TypeOf(Exception exception) => exception.GetType().FullName!;

    private void OnSucceeded(object? answer, Activity? activity)
    {
        // What the document does not have it cannot have a status of.
        if (_status is { } status and not HttpStatusCode.OK && !Request.IsCustom)
        {
            _drift?.AddHttpStatus(status);
        }

        ReportDrift();
        Report(activity, null);
        if (Logger is not null)
        {
            CallLog.Succeeded(Logger, Operation, Milliseconds, Attempts);
        }

        if (_observer.BodyLogger is { } logger)
        {
            CallLog.Response(logger, Operation, (int)_status.GetValueOrDefault(), BodyText.Of(answer));
        }
    }

    private void OnFailed(Exception failure, Activity? activity)
    {
        ReportDrift();
        activity?.SetStatus(ActivityStatusCode.Error);
        Report(activity, failure);
        if (Logger is not null)
        {
            FailureLog.Write(Logger, Operation, failure, _bytes, Milliseconds, Attempts);
        }
    }

    /// <summary>Each attempt that was answered has its own, of which the next one knows nothing.</summary>
    private void ReportDrift()
    {
        foreach (var drift in _drift?.All ?? [])
        {
            _driftReport!.Send(drift);
        }

        _drift = null;
    }

    private void Report(Activity? activity, Exception? failure)
    {
        if (activity is null && !Telemetry.Duration.Enabled)
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
        if (activity is not null)
        {
            foreach (var tag in tags)
            {
                activity.SetTag(tag.Key, tag.Value);
            }

            activity.SetTag(Tag.Attempts, Attempts);
            activity.SetTag(Tag.ResendCount, Attempts > 1 ? Attempts - 1 : null);
        }
    }

    private KeyValuePair<string, object?>[] CommonTags() =>
    [
        new(Tag.Operation, Operation),
        new(Tag.HttpMethod, Request.Method.Method),
        new(Tag.ServerAddress, _observer.Host.Host),
        new(Tag.ServerPort, _observer.Host.Port),
    ];
}
