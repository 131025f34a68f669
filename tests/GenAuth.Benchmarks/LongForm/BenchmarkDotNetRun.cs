using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>
/// BenchmarkDotNet for whoever wants distributions rather than a table. In this process, because the projects that it would
/// generate do not keep to this repository's rules; so the client is not pinned here.
/// </summary>
internal static class BenchmarkDotNetRun
{
    /// <summary>The arguments that only print something.</summary>
    private static readonly string[] Printing = ["--help", "--info", "--list", "--version"];

    public static int Run(string[] args)
    {
        // Beside the program, where git does not look.
        var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        // As an argument and not as a job of the configuration: that one would be taken instead of the one that --job names.
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDotNetRun).Assembly).Run([.. args, "--inProcess"], config).ToList();

        // An argument that it does not know makes it print its help and run nothing, which is no success.
        var hasRun = summaries.Count > 0 || args.Any(Printing.Contains);
        return hasRun && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
