using System.Reflection;

namespace GenAuth.BuildTests;

/// <summary>Where the tests find what they build with.</summary>
internal static class TestData
{
    /// <summary>The folder of the solution.</summary>
    public static string Root => Metadata("GenAuthRoot");

    /// <summary>The packages that are on this machine anyway.</summary>
    public static string Packages => Metadata("NuGetPackageRoot");

    public static string File(params string[] path) => Path.Combine([AppContext.BaseDirectory, "documents", .. path]);

    private static string Metadata(string key) =>
        typeof(TestData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
