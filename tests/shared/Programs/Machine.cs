using System.Runtime.InteropServices;

namespace GenAuth.Tests.Shared;

internal static class Machine
{
    /// <summary>The properties of the machine that the figures depend on, without its identity.</summary>
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
