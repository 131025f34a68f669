using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Support;

/// <summary>Records the log of an app.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyCollection<Entry> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Dispose()
    {
    }

    /// <param name="Category">The category.</param>
    /// <param name="Level">The level.</param>
    /// <param name="Id">The event's ID.</param>
    /// <param name="Text">The message.</param>
    /// <param name="Details">The message, all values and the exception.</param>
    internal sealed record Entry(string Category, LogLevel Level, int Id, string Text, string Details);

    private sealed class Logger(string category, ConcurrentQueue<Entry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(" | ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : string.Empty;
            entries.Enqueue(new(category, logLevel, eventId.Id, formatter(state, exception), $"{formatter(state, exception)} | {values} | {exception}"));
        }
    }
}
