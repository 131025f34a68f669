using System.Reflection;
using System.Runtime.InteropServices;

namespace GenAuth;

/// <summary>How the SDK names itself to the service.</summary>
internal static class Product
{
    /// <summary>The package's version without the source revision.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The value of the SDK version header.</summary>
    public static string SdkVersion { get; } = "genauth-dotnet-sdk:" + Version;

    /// <summary>The value of the User-Agent header; names the runtime, nothing of the machine or its user.</summary>
    public static string UserAgent { get; } = $"GenAuth.NET/{Version} ({Runtime()})";

    private static string Runtime() => new([.. RuntimeInformation.FrameworkDescription.Where(character => character is >= ' ' and <= '~' and not ('(' or ')'))]);
}
