using System.Reflection;
using System.Runtime.Loader;

namespace GenAuth.Tests.Support;

/// <summary>The assemblies of the source tree as they were built for each framework.</summary>
internal static class BuiltLibrary
{
    private static readonly string Configuration =
        typeof(BuiltLibrary).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Loads an assembly into a separate context, because this process already has one of that name.</summary>
    public static Assembly Load(string name, string framework)
    {
        var path = Repository.PathOf("src", name, "bin", Configuration, framework, name + ".dll");
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) < LastChangeOf(name))
        {
            throw new InvalidOperationException($"{path} is missing or older than its sources. Build it: dotnet test -p:ExtendedTests=true.");
        }

        return new AssemblyLoadContext(path, isCollectible: true).LoadFromAssemblyPath(path);
    }

    /// <summary>The default test run builds one framework only, so that the others may be left from an earlier build.</summary>
    private static DateTime LastChangeOf(string name) =>
        Directory.EnumerateFiles(Repository.PathOf("src", name), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Max(File.GetLastWriteTimeUtc);
}
