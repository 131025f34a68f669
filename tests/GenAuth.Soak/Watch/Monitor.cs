using System.Diagnostics;
using System.Net.Http.Json;
using GenAuth.Soak.Calls;
using GenAuth.Soak.Stub;

namespace GenAuth.Soak.Watch;

/// <summary>Samples the process and the stub during a run.</summary>
internal sealed class Monitor(SoakOptions options, Uri address, Tally tally) : IDisposable
{
    private const int SamplesPerRun = 40;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    /// <summary>Longer than any call may take. When no call ends in this time, the remaining ones hang.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The platform closes unused connections after a minute, and checks every 15 seconds.</summary>
    private static readonly TimeSpan IdleConnections = TimeSpan.FromSeconds(90);

    private readonly HttpClient _stub = new() { BaseAddress = address };

    public List<Sample> Samples { get; } = [];

    /// <summary>Waits until all calls have ended; <see langword="false"/> when some hang.</summary>
    public async Task<bool> WatchAsync(Task calls)
    {
        var begin = Stopwatch.GetTimestamp();
        var (lastProgress, lastEnd, lastEnded) = (begin, begin, 0);
        while (await Task.WhenAny(calls, Task.Delay(Look)) != calls)
        {
            var ended = tally.Ended;
            if (ended > lastEnded)
            {
                (lastEnd, lastEnded) = (Stopwatch.GetTimestamp(), ended);
            }
            else if (Stopwatch.GetElapsedTime(lastEnd) > Patience)
            {
                return false;
            }

            if (ended >= (long)options.Calls * (Samples.Count + 1) / SamplesPerRun)
            {
                Samples.Add(Sample.Take(ended));
            }

            if (Stopwatch.GetElapsedTime(lastProgress) > ProgressEvery)
            {
                lastProgress = Stopwatch.GetTimestamp();
                await ProgressAsync(ended, Stopwatch.GetElapsedTime(begin));
            }
        }

        await calls;
        return true;
    }

    /// <summary>The state of the stub at the end, after unused connections should have been closed.</summary>
    public async Task<StubState> EndAsync()
    {
        var begin = Stopwatch.GetTimestamp();
        while ((await StateAsync()).Connections > 1 && Stopwatch.GetElapsedTime(begin) < IdleConnections)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        return await StateAsync("?attempts");
    }

    public void Dispose() => _stub.Dispose();

    private async Task ProgressAsync(int ended, TimeSpan time)
    {
        var state = await StateAsync();
        Console.Error.WriteLine(
            $"{time.TotalSeconds,5:F0} s  {ended,9:N0} calls  {ended / time.TotalSeconds,6:N0}/s  {Environment.WorkingSet / 1048576.0,6:F1} MiB  "
            + $"{state.Connections - 1,4} connections  {ThreadPool.ThreadCount,3} threads  {tally.Problems("unexplained").Count} unexplained");
    }

    private async Task<StubState> StateAsync(string query = "") => (await _stub.GetFromJsonAsync<StubState>(SoakServer.StatePath + query))!;
}
