using System.Reflection;
using System.Runtime.InteropServices;

namespace GenAuth.Diagnostics;

/// <summary>The headers by which the service recognizes the SDK and its version.</summary>
internal static class Product
{
    /// <summary>The package's version without the source revision.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>The value of the SDK version header.</summary>
    public static string SdkVersion { get; } = "genauth-dotnet-sdk:" + Version;

    /// <summary>
    /// The value of the User-Agent header: the runtime, the API document and the generator. It contains nothing about the machine or its user.
    /// </summary>
    public static string UserAgent { get; } = $"GenAuth.NET/{Version} ({ToComment($"{RuntimeInformation.FrameworkDescription}; API {Origin.Document}; {Origin.Generator}")})";

    /// <summary>Removes the characters that a comment in a header must not contain.</summary>
    private static string ToComment(string text) => new([.. text.Where(character => character is >= ' ' and <= '~' and not ('(' or ')' or '\\'))]);
}
