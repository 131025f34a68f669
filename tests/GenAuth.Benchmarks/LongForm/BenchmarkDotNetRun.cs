using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>
/// BenchmarkDotNet for whoever wants distributions rather than a table. In this process, because the projects that it would
/// generate do not keep to this repository's rules; so the client is not pinned here.
/// </summary>
internal static class BenchmarkDotNetRun
{
    public static int Run(string[] args)
    {
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsDefault());
        return BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDotNetRun).Assembly).Run(args, config).Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}
