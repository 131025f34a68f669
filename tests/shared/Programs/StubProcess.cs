using System.Diagnostics;

namespace GenAuth.Tests.Shared;

/// <summary>A stub in its own process, which is this program in another mode. It exits with this process.</summary>
internal sealed class StubProcess : IDisposable
{
    private readonly Process _process;

    private StubProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <param name="start">Starts the process.</param>
    /// <param name="mode">The arguments with which this program runs <see cref="StubHost"/>.</param>
    public static StubProcess Start(Func<ProcessStartInfo, Process> start, params string[] mode)
    {
        var self = Self.With(mode);
        self.RedirectStandardInput = true;
        self.RedirectStandardOutput = true;
        var process = start(self);
        var address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The stub did not start.");
        return new(process, new Uri(address));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
