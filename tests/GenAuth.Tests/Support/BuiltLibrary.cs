using System.Reflection;
using System.Runtime.Loader;

namespace GenAuth.Tests.Support;

/// <summary>The assemblies of the source tree as they were built for each framework.</summary>
internal static class BuiltLibrary
{
    private static readonly string Configuration =
        typeof(BuiltLibrary).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Loads an assembly into a context of its own, because this process already has one of that name.</summary>
    public static Assembly Load(string name, string framework)
    {
        var path = Repository.PathOf("src", name, "bin", Configuration, framework, name + ".dll");
        return new AssemblyLoadContext(path, isCollectible: true).LoadFromAssemblyPath(path);
    }
}
