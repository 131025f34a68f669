using System.Reflection;

namespace GenAuth.GeneratorTests.Support;

/// <summary>The files that the tests read.</summary>
internal static class TestData
{
    /// <summary>The folder of the solution.</summary>
    public static string Root => Metadata("GenAuthRoot");

    /// <summary>The command-line tool of NSwag.</summary>
    public static string NSwagTool => Metadata("NSwagTool");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) =>
        typeof(TestData).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
