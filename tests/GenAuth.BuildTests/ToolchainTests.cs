namespace GenAuth.BuildTests;

/// <summary>npm as the source of the tool, for machines without access to NuGet.</summary>
[Collection(SharesBuildStep.Name)]
[Trait("Category", "Extended")]
public sealed class ToolchainTests : IDisposable
{
    private readonly SourceTree _tree;
    private readonly FakeNpm _npm = new();

    public ToolchainTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    public void Dispose() => _npm.Dispose();

    [Fact]
    public async Task Another_toolchain_generates_again_and_writes_the_same()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var text = _tree.GeneratedText();

        (await NpmAsync(_npm.Installing())).Generated(times: 1);
        (await NpmAsync(_npm.Installing())).Generated(times: 0);

        Assert.Equal(["ci --no-audit --no-fund"], _npm.Calls);
        Assert.Equal(text, _tree.GeneratedText());
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Fact]
    public async Task A_changed_lock_file_installs_and_generates_again()
    {
        (await NpmAsync(_npm.Installing())).Succeeded();
        File.SetLastWriteTimeUtc(_tree.PathOf("generator/package-lock.json"), DateTime.UtcNow);

        (await NpmAsync(_npm.Installing())).Generated(times: 1);

        Assert.Equal(2, _npm.Calls.Count);
    }

    /// <summary>npm empties the folder first, so a concurrent installation would delete the tool of the first.</summary>
    [Fact]
    public async Task An_installation_waits_for_that_of_another_build()
    {
        var file = _tree.PathOf("generator/obj/npm.lock");
        using (new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            var error = (await NpmAsync(_npm.Installing(), "-p:GenAuthTimeLimit=1")).FailedOnce();

            Assert.Equal(("GENAUTH011", file), (error.Code, error.File));
            Assert.Contains("Wait for it or end it", error.Message, StringComparison.Ordinal);
            Assert.Empty(_npm.Calls);
        }

        (await NpmAsync(_npm.Installing())).Succeeded();
        Assert.Single(_npm.Calls);
    }

    /// <summary>The real npm generates the same, or is reported as missing, depending on the machine.</summary>
    [Fact]
    public async Task Real_npm_generates_the_same_or_is_reported_as_missing()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var text = _tree.GeneratedText();

        var result = await NpmAsync(environment: null);

        if (FakeNpm.RealOneExists)
        {
            result.Generated(times: 1);
            Assert.Equal(text, _tree.GeneratedText());
        }
        else
        {
            Assert.Equal("GENAUTH011", result.FailedOnce().Code);
        }
    }

    [Fact]
    public async Task The_lock_file_names_no_registry()
    {
        var text = await File.ReadAllTextAsync(_tree.PathOf("generator/package-lock.json"));

        Assert.Contains("\"integrity\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }

    private Task<BuildResult> NpmAsync(IReadOnlyDictionary<string, string?>? environment, params string[] arguments) =>
        _tree.RunAsync(environment, ["build", SourceTree.Generator, "--no-restore", "-p:NSwagToolchain=npm", .. arguments]);
}
