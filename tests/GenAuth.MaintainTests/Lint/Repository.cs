using System.Reflection;

namespace GenAuth.MaintainTests.Lint;

/// <summary>Where the tests find the files of the repository.</summary>
internal static class Repository
{
    private static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GenAuthRoot").Value!;

    public static string PathOf(string path) => Path.Combine(Root, path);
}
