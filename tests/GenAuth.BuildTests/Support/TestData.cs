using System.Reflection;

namespace GenAuth.BuildTests;

/// <summary>The paths of files that the tests need.</summary>
internal static class TestData
{
    /// <summary>The folder of the solution.</summary>
    public static string Root => Metadata("GenAuthRoot");

    /// <summary>The packages folder of this machine.</summary>
    public static string Packages => Metadata("NuGetPackageRoot");

    public static string File(params string[] path) => Path.Combine([AppContext.BaseDirectory, "documents", .. path]);

    private static string Metadata(string key) =>
        typeof(TestData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
