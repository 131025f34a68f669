using System.Reflection;
using System.Runtime.InteropServices;

namespace GenAuth.Diagnostics;

/// <summary>How the SDK names itself to the service.</summary>
internal static class Product
{
    /// <summary>The package's version without the source revision.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The value of the SDK version header.</summary>
    public static string SdkVersion { get; } = "genauth-dotnet-sdk:" + Version;

    /// <summary>
    /// The value of the User-Agent header: the runtime and what the operations were generated from, nothing of the machine or its user.
    /// </summary>
    public static string UserAgent { get; } = $"GenAuth.NET/{Version} ({Comment($"{RuntimeInformation.FrameworkDescription}; API {Origin.Document}; {Origin.Generator}")})";

    /// <summary>What a header may hold between parentheses.</summary>
    private static string Comment(string text) => new([.. text.Where(character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\'))]);
}
