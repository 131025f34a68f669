using System.Text.Json.Nodes;

namespace GenAuth.BuildTests.Packages;

/// <summary>The contents of the packages.</summary>
[Trait("Category", "Extended")]
[Collection(PackedFeed.Collection)]
public sealed class PackageContentTests(PackedFeed feed) : IAsyncLifetime
{
    private static readonly string[] Dependencies =
        ["Microsoft.Extensions.Caching.Abstractions", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options.ConfigurationExtensions", "Newtonsoft.Json"];

    public Task InitializeAsync() => feed.PackAllAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("GenAuth", "netstandard2.0", "net8.0", "net10.0")]
    [InlineData("GenAuth.OpenIdConnect", "netstandard2.0", "net8.0", "net10.0")]
    [InlineData("GenAuth.Sm2", "netstandard2.0", "net8.0", "net10.0")]
    [InlineData("GenAuth.Testing", "net8.0", "net10.0")]
    public void A_package_holds_library_and_documentation_for_each_framework(string package, params string[] frameworks)
    {
        using var archive = feed.Open(package);

        Assert.Equal(
            frameworks.SelectMany(framework => new[] { $"lib/{framework}/{package}.dll", $"lib/{framework}/{package}.xml" }).Order(StringComparer.Ordinal),
            archive.Entries.Select(entry => entry.FullName).Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(PackedFeed.Packages), MemberType = typeof(PackedFeed))]
    public void Package_has_a_readme_a_licence_and_a_description(string package)
    {
        using var archive = feed.Open(package);
        var about = feed.AboutOf(package);

        Assert.All(["README.md", "LICENSE", "icon.png", "bom.json"], file => Assert.NotNull(archive.GetEntry(file)));
        Assert.Equal("icon.png", about("icon"));
        Assert.Equal("README.md", about("readme"));
        Assert.Equal("MIT", about("license"));
        Assert.NotEmpty(about("description"));
    }

    [Fact]
    public void A_package_names_the_commit_that_it_was_made_from()
    {
        var repository = feed.ManifestOf("GenAuth").Descendants().Single(element => element.Name.LocalName == "repository");

        Assert.Equal(PublishedTree.Repository, ((string)repository.Attribute("url")!).Replace(".git", string.Empty, StringComparison.Ordinal));
        Assert.Equal(feed.Commit, (string)repository.Attribute("commit")!);
    }

    [Fact]
    public void The_library_depends_on_its_own_packages_and_on_nothing_of_the_generator()
    {
        var dependencies = feed.DependenciesOf("GenAuth");

        Assert.Equal([".NETStandard2.0", "net10.0", "net8.0"], dependencies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Microsoft.Bcl.AsyncInterfaces", "Microsoft.Bcl.TimeProvider", .. Dependencies, "System.Diagnostics.DiagnosticSource", "System.Text.Encoding.CodePages", "System.Text.Json"], dependencies[".NETStandard2.0"]);
        Assert.All(["net8.0", "net10.0"], framework => Assert.Equal(Dependencies, dependencies[framework]));
    }

    [Fact]
    public void The_testing_package_depends_on_the_library_alone() =>
        Assert.All(feed.DependenciesOf("GenAuth.Testing").Values, packages => Assert.Equal(["GenAuth"], packages));

    [Fact]
    public void Sign_in_depends_on_the_library_and_one_package_for_tokens() =>
        Assert.All(feed.DependenciesOf("GenAuth.OpenIdConnect").Values, packages => Assert.Equal(["GenAuth", "Microsoft.IdentityModel.JsonWebTokens"], packages));

    [Fact]
    public void Cipher_sm2_depends_on_sign_in_and_one_package_for_the_cipher() =>
        Assert.All(feed.DependenciesOf("GenAuth.Sm2").Values, packages => Assert.Equal(["BouncyCastle.Cryptography", "GenAuth.OpenIdConnect"], packages));

    /// <summary>It uses internal types of the library, which another version may not have.</summary>
    [Fact]
    public void Sign_in_requires_exactly_its_own_version_of_the_library() =>
        Assert.Equal(Enumerable.Repeat($"[{feed.Version}]", 3), feed.VersionsOf("GenAuth", "GenAuth.OpenIdConnect"));

    [Theory]
    [MemberData(nameof(PackedFeed.Packages), MemberType = typeof(PackedFeed))]
    public void The_bill_of_materials_names_every_package_that_the_package_depends_on(string package)
    {
        var bill = JsonNode.Parse(feed.TextOf(package, "bom.json"))!;
        var components = bill["components"]!.AsArray().Select(component => (string)component!["name"]!).ToList();
        var known = bill["dependencies"]!.AsArray();

        Assert.Equal(("CycloneDX", "1.6"), ((string)bill["bomFormat"]!, (string)bill["specVersion"]!));
        Assert.Equal((package, feed.Version), ((string)bill["metadata"]!["component"]!["name"]!, (string)bill["metadata"]!["component"]!["version"]!));
        Assert.Empty(feed.DependenciesOf(package).Values.SelectMany(names => names).Except(components, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(components, name => name.Contains("NSwag", StringComparison.Ordinal));
        Assert.Equal(components.Count + 1, known.Count);
        Assert.Empty(known.SelectMany(one => one!["dependsOn"]!.AsArray()).Select(on => (string)on!).Except(known.Select(one => (string)one!["ref"]!)));
    }

    [Theory]
    [MemberData(nameof(PackedFeed.Packages), MemberType = typeof(PackedFeed))]
    public void The_bill_of_materials_has_the_hash_that_NuGet_has_computed_for_each_package(string package)
    {
        var components = JsonNode.Parse(feed.TextOf(package, "bom.json"))!["components"]!.AsArray();
        var own = components.Where(component => component!["hashes"] is null).Select(component => (string)component!["name"]!);

        // Those of this repository are in no feed yet.
        Assert.Equal(OwnDependenciesOf(package), own.Order(StringComparer.Ordinal));
        Assert.All(components.Where(component => component!["hashes"] is not null), component =>
        {
            var folder = Path.Combine(TestData.Packages, ((string)component!["name"]!).ToLowerInvariant(), (string)component["version"]!);
            var computed = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ".nupkg.metadata")))!["contentHash"]!;
            var hash = Assert.Single(component["hashes"]!.AsArray())!;
            Assert.Equal(("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(computed))), ((string)hash["alg"]!, (string)hash["content"]!));
        });
    }

    private IEnumerable<string> OwnDependenciesOf(string package)
    {
        var direct = feed.DependenciesOf(package).Values.SelectMany(names => names).Distinct().Where(name => name.Split('.')[0] == "GenAuth").ToList();
        return direct.Select(name => name.ToLowerInvariant()).Concat(direct.SelectMany(OwnDependenciesOf)).Distinct().Order(StringComparer.Ordinal);
    }
}
