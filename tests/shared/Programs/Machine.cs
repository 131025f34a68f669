using System.Runtime.InteropServices;

namespace GenAuth.Tests.Shared;

internal static class Machine
{
    /// <summary>What the figures depend on, and nothing that tells whose machine it is.</summary>
    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {Kind()} {RuntimeInformation.ProcessArchitecture}"
        + (IsOptimized ? string.Empty : "; NOT OPTIMIZED: run with -c Release");

    private static bool IsOptimized =>
#if DEBUG
        false;
#else
        true;
#endif

    private static string Kind() => OperatingSystem.IsLinux() ? "Linux" : OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "another OS";
}
