using System.Diagnostics.Tracing;

namespace GenAuth.Benchmarks.Profile;

/// <summary>Marks in the trace where the counted calls begin and end.</summary>
[EventSource(Name = SourceName)]
internal sealed class CallMarks : EventSource
{
    public const string SourceName = "GenAuth-Benchmarks";
    public const int BeginId = 1;
    public const int EndId = 2;

    public static CallMarks Log { get; } = new();

    [Event(BeginId)]
    public void Begin() => WriteEvent(BeginId);

    [Event(EndId)]
    public void End() => WriteEvent(EndId);
}
