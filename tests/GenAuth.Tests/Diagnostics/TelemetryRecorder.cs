using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace GenAuth.Tests.Diagnostics;

/// <summary>
/// Records logs, activities and measurements of calls to one host. The host is unique, because other tests run in parallel and
/// activities and measurements are those of the whole process.
/// </summary>
internal sealed class TelemetryRecorder : ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _log = new();
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener;

    public TelemetryRecorder()
    {
        _activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GenAuthDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Keep(_activities, activity, activity.TagObjects),
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == GenAuthDiagnostics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meterListener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.Start();
    }

    public string Host { get; } = $"{Guid.NewGuid():N}.example";

    /// <summary>The minimum level of the log.</summary>
    public LogLevel Level { get; init; } = LogLevel.Trace;

    public IReadOnlyList<LogEntry> Log => [.. _log];

    public IReadOnlyList<Activity> Activities => [.. _activities];

    public IReadOnlyList<Measurement> Measurements => [.. _measurements];

    /// <summary>Everything recorded as text, including scopes, tags and exceptions.</summary>
    public string Everything => string.Join('\n',
    [
        .. _log.Select(entry => $"{entry.Category} {entry.Level} {entry.Id} {entry.Text} {Join(entry.State)} {entry.Exception}"),
        .. _activities.Select(activity => $"{activity.DisplayName} {activity.OperationName} {activity.Status} {activity.StatusDescription} {activity.TraceStateString} {Join(activity.TagObjects)} "
            + $"{Join(activity.Baggage.Select(item => new KeyValuePair<string, object?>(item.Key, item.Value)))} {string.Join(' ', activity.Events.Select(one => $"{one.Name} {Join(one.Tags)}"))}"),
        .. _measurements.Select(measurement => $"{measurement.Name} {measurement.Value} {Join(measurement.Tags)}"),
    ]);

    public void Forget()
    {
        _log.Clear();
        _activities.Clear();
        _measurements.Clear();
    }

    public LogEntry Entry(int number) => Assert.Single(Log, entry => entry.Id.Id == number);

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> values) => string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"));

    private void Keep<T>(ConcurrentQueue<T> kept, T item, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        if (tags.Any(tag => tag is { Key: "server.address", Value: string host } && host == Host))
        {
            kept.Enqueue(item);
        }
    }

    private void Keep(Instrument instrument, IConvertible value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kept = tags.ToArray();
        Keep(_measurements, new Measurement(instrument.Name, value.ToDouble(CultureInfo.InvariantCulture), kept), kept);
    }

    private sealed class Logger(TelemetryRecorder telemetry, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new NotSupportedException("The library uses no scopes. Record them here when it does.");

        public bool IsEnabled(LogLevel logLevel) => logLevel >= telemetry.Level;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                telemetry._log.Enqueue(new(category, logLevel, eventId, formatter(state, exception), (state as IEnumerable<KeyValuePair<string, object?>>)?.ToList() ?? [], exception));
            }
        }
    }
}

internal sealed record LogEntry(string Category, LogLevel Level, EventId Id, string Text, IReadOnlyList<KeyValuePair<string, object?>> State, Exception? Exception);

internal sealed record Measurement(string Name, double Value, IReadOnlyList<KeyValuePair<string, object?>> Tags)
{
    public object? Tag(string name) => Tags.SingleOrDefault(tag => tag.Key == name).Value;
}
