using System.Diagnostics;
using GenAuth.Benchmarks.Support;

namespace GenAuth.Benchmarks.Stub;

/// <summary>The stub in a process of its own, on the second core; it ends with this one.</summary>
internal sealed class StubProcess : IDisposable
{
    public const string Command = "serve";

    private readonly Process _process;

    private StubProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static StubProcess Start()
    {
        var start = Self.With(Command);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var process = Pinning.Start(core: 1, start);
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
