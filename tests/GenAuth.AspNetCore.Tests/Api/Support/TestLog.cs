using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace GenAuth.AspNetCore.Tests.Api.Support;

/// <summary>Records everything that is logged, at every level, with exceptions and scopes.</summary>
internal sealed class TestLog : ILoggerProvider
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, Lines);

    /// <summary>The entries of an event of this package.</summary>
    public IEnumerable<string> OfEvent(int id) => Lines.Where(line => line.StartsWith($"GenAuth.AspNetCore.", StringComparison.Ordinal) && line.Contains($"[{id}]", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : string.Empty;
            lines.Enqueue($"{category} [{eventId.Id}] {logLevel}: {formatter(state, exception)} {values} {exception}");
        }
    }
}
