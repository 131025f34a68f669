using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace GenAuth.Benchmarks.LongForm;

/// <summary>
/// BenchmarkDotNet, for distributions instead of a table. It runs in this process, because the projects that it would
/// generate do not follow this repository's rules; the client is therefore not pinned to a core.
/// </summary>
internal static class BenchmarkDotNetRun
{
    /// <summary>The arguments that only print something.</summary>
    private static readonly string[] Printing = ["--help", "--info", "--list", "--version"];

    public static int Run(string[] args)
    {
        // Beside the program, in a folder that git ignores.
        var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "BenchmarkDotNet.Artifacts"));
        // Passed as an argument, because a job of the configuration would override the option --job.
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchmarkDotNetRun).Assembly).Run([.. args, "--inProcess"], config).ToList();

        // With an unknown argument it prints its help and runs nothing, which must not count as a success.
        var hasRun = summaries.Count > 0 || args.Any(Printing.Contains);
        return hasRun && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
