#if NETSTANDARD2_0
using System.Runtime.InteropServices;
#endif

namespace GenAuth.Compatibility;

/// <summary>The platform that the program runs on.</summary>
internal static class Platform
{
    /// <summary>True in WebAssembly in a browser, whose handler throws when redirects, cookies, proxies or TLS are set.</summary>
    public static bool IsBrowser { get; } =
#if NETSTANDARD2_0
        RuntimeInformation.IsOSPlatform(OSPlatform.Create("BROWSER"));
#else
        OperatingSystem.IsBrowser();
#endif
}
