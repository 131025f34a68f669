using GenAuth.Build.Document;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Package;

/// <summary>The packages of a lock file that reach users, with their dependencies, over all frameworks.</summary>
internal sealed class LockedPackages
{
    /// <summary>The contract of netstandard, which every program has.</summary>
    private const string Contract = "NETStandard.Library";

    private readonly SortedDictionary<string, LockedPackage> _packages = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="file">The lock file.</param>
    /// <param name="version">The version of the projects in it, which are released together.</param>
    public LockedPackages(JToken file, string version)
    {
        var direct = new SortedDictionary<string, LockedPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var framework in ApiDocument.Children(file["dependencies"]))
        {
            var entries = ApiDocument.Children(framework.Value).ToDictionary(entry => entry.Name, entry => (JObject)entry.Value, StringComparer.OrdinalIgnoreCase);
            var needed = entries.Where(entry => (string?)entry.Value["type"] is "Direct" or "Project" && entry.Key != Contract);
            foreach (var entry in needed)
            {
                var package = Add(entry.Key, entries, version);
                direct[package.Key] = package;
            }
        }

        Direct = [.. direct.Values];
    }

    public IReadOnlyList<LockedPackage> Direct { get; }

    public IEnumerable<LockedPackage> All => _packages.Values;

    private LockedPackage Add(string name, Dictionary<string, JObject> entries, string version)
    {
        var package = new LockedPackage(name, (string?)entries[name]["resolved"] ?? version, (string?)entries[name]["contentHash"]);
        if (_packages.TryGetValue(package.Key, out var known))
        {
            package = known;
        }
        else
        {
            _packages.Add(package.Key, package);
        }

        // Another framework may add dependencies of the same package.
        foreach (var dependency in ApiDocument.Children(entries[name]["dependencies"]).Where(dependency => entries.ContainsKey(dependency.Name)))
        {
            var other = Add(dependency.Name, entries, version);
            package.Dependencies[other.Key] = other;
        }

        return package;
    }
}

/// <summary>One version of a package.</summary>
/// <param name="name">The package's name.</param>
/// <param name="version">Its version.</param>
/// <param name="contentHash">NuGet's hash of its content (SHA-512, base64); a project of this repository has none.</param>
internal sealed class LockedPackage(string name, string version, string? contentHash)
{
    public string Name => name;

    public string Version => version;

    public string? ContentHash => contentHash;

    public string Key => $"{name}/{version}";

    public SortedDictionary<string, LockedPackage> Dependencies { get; } = new(StringComparer.OrdinalIgnoreCase);
}
