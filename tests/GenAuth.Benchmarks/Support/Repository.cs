using System.Reflection;

namespace GenAuth.Benchmarks.Support;

internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "GenAuthRoot").Value!;
}
