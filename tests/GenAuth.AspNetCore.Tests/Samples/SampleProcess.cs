using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GenAuth.Tests.Support;

namespace GenAuth.AspNetCore.Tests.Samples;

/// <summary>A sample in its own process, started as <c>dotnet run --no-build</c> does.</summary>
internal sealed partial class SampleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output;

    private SampleProcess(Process process, StringBuilder output, string address) => (_process, _output, Address) = (process, output, address);

    public string Address { get; }

    /// <summary>What the sample has printed.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts a sample on a free port, and waits for its address.</summary>
    /// <param name="name">The folder of the sample.</param>
    /// <param name="announcement">What the sample prints before its address.</param>
    /// <param name="settings">Settings on the command line.</param>
    public static async Task<SampleProcess> StartAsync(string name, string announcement, params (string Name, string Value)[] settings)
    {
        var folder = Path.Combine(Repository.Root, "samples", name);
        // The tests and the samples are built with one configuration.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "bin", configuration, "net10.0", name + ".dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development" },
        };
        foreach (var (key, value) in settings)
        {
            start.ArgumentList.Add("--" + key);
            start.ArgumentList.Add(value);
        }

        var output = new StringBuilder();
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"{name} has ended:\n{output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            return new(process, output, await address.Task.WaitAsync(Limit));
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{name} did not print its address:\n{output}");
        }

        void Read(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }

            if (line is not null && line.StartsWith(announcement, StringComparison.Ordinal) && Url().Match(line, announcement.Length) is { Success: true } found)
            {
                address.TrySetResult(found.Value);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Url();
}
