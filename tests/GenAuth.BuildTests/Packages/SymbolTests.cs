namespace GenAuth.BuildTests.Packages;

/// <summary>The symbols and sources that a debugger finds.</summary>
[Trait("Category", "Extended")]
[Collection(PackedFeed.Collection)]
public sealed class SymbolTests(PackedFeed feed) : IAsyncLifetime
{
    public Task InitializeAsync() => feed.PackAllAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("GenAuth", 3)]
    [InlineData("GenAuth.Testing", 2)]
    public void Symbols_are_a_separate_package(string package, int frameworks)
    {
        using var archive = feed.Open(package, "snupkg");

        Assert.Equal(frameworks, archive.Entries.Count(entry => entry.Name == package + ".pdb"));
    }

    [Fact]
    public void Written_sources_are_found_in_the_repository_and_generated_ones_in_the_symbols()
    {
        using var symbols = Symbols.Read(feed, "GenAuth", "net10.0");

        Assert.Equal($"{PublishedTree.Repository.Replace("github.com", "raw.githubusercontent.com", StringComparison.Ordinal)}/{feed.Commit}/*", symbols.AddressOf("/_/*"));
        Assert.Contains("/_/src/GenAuth/Diagnostics/Product.cs", symbols.Files);
        Assert.Contains("/_/generator/obj/generated/Origin.g.cs", symbols.EmbeddedFiles);
    }

    [Fact]
    public void Package_holds_no_path_of_the_build_machine()
    {
        using var symbols = Symbols.Read(feed, "GenAuth", "net10.0");

        Assert.All(symbols.Files, file => Assert.StartsWith("/_", file, StringComparison.Ordinal));
    }
}
