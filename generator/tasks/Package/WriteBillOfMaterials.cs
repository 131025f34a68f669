using GenAuth.Build.Common;
using GenAuth.Build.Document;
using Microsoft.Build.Framework;
using Newtonsoft.Json.Linq;

namespace GenAuth.Build.Package;

/// <summary>
/// Writes the dependencies of a package as a software bill of materials (CycloneDX 1.6, JSON): every package of its lock file that
/// reaches a user's program, with the hash that a restore in locked mode requires. That is NuGet's content hash, which excludes
/// the signature of the package file. The file has no date or serial number, so that the same lock file gives the same
/// bytes.
/// </summary>
public sealed class WriteBillOfMaterials : BuildTask
{
    [Required]
    public string LockFile { get; set; } = string.Empty;

    [Required]
    public string Package { get; set; } = string.Empty;

    [Required]
    public string Version { get; set; } = string.Empty;

    [Required]
    public string License { get; set; } = string.Empty;

    [Required]
    public string File { get; set; } = string.Empty;

    public override bool Execute()
    {
        var packages = new LockedPackages(ApiDocument.Parse(LockFile), Version);
        var self = Component(Package, Version);
        self["licenses"] = new JArray(new JObject(new JProperty("expression", License)));
        var bill = new JObject(
            new JProperty("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json"),
            new JProperty("bomFormat", "CycloneDX"),
            new JProperty("specVersion", "1.6"),
            new JProperty("version", 1),
            new JProperty("metadata", new JObject(new JProperty("component", self))),
            new JProperty("components", packages.All.Select(Component)),
            new JProperty("dependencies", packages.All
                .Select(package => Dependency(Reference(package.Name, package.Version), package.Dependencies.Values.Select(dependency => Reference(dependency.Name, dependency.Version))))
                .Prepend(Dependency(Reference(Package, Version), packages.Direct.Select(package => Reference(package.Name, package.Version))))));
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, bill.ToString().Replace("\r", string.Empty) + "\n");
        return true;
    }

    private static JObject Component(LockedPackage package)
    {
        var component = Component(package.Name, package.Version);
        if (package.ContentHash is { } hash)
        {
            var hex = BitConverter.ToString(Convert.FromBase64String(hash)).Replace("-", string.Empty).ToLowerInvariant();
            component["hashes"] = new JArray(new JObject(new JProperty("alg", "SHA-512"), new JProperty("content", hex)));
        }

        return component;
    }

    private static JObject Component(string name, string version) => new(
        new JProperty("type", "library"),
        new JProperty("bom-ref", Reference(name, version)),
        new JProperty("name", name),
        new JProperty("version", version),
        new JProperty("purl", Reference(name, version)));

    private static JObject Dependency(string of, IEnumerable<string> on) => new(new JProperty("ref", of), new JProperty("dependsOn", on));

    private static string Reference(string name, string version) => $"pkg:nuget/{name}@{Uri.EscapeDataString(version)}";
}
