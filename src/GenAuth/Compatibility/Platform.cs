#if NETSTANDARD2_0
using System.Runtime.InteropServices;
#endif

namespace GenAuth.Compatibility;

/// <summary>The platform at run time.</summary>
internal static class Platform
{
    /// <summary>True for WebAssembly in a browser. Its HTTP handler throws if redirects, cookies, proxies or TLS are configured.</summary>
    public static bool IsBrowser { get; } =
#if NETSTANDARD2_0
        RuntimeInformation.IsOSPlatform(OSPlatform.Create("BROWSER"));
#else
        OperatingSystem.IsBrowser();
#endif
}
