namespace GenAuth.BuildTests;

/// <summary>A missing or broken tool is reported as the cause, with the remedy.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class ToolErrorTests : IDisposable
{
    private readonly SourceTree _tree;
    private readonly FakeNpm _npm = new();

    public ToolErrorTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    public void Dispose() => _npm.Dispose();

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH010_reports_a_missing_restore()
    {
        using var tree = new SourceTree();

        Expect(await tree.GenerateAsync(), "GENAUTH010", tree.PathOf("generator/GenAuth.Generator.csproj"), "dotnet restore");
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH010_reports_that_npm_did_not_install_NSwag()
    {
        Expect(await NpmAsync(_npm.InstallingBroken(tool: null)), "GENAUTH010",
            _tree.PathOf("generator/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll"), "delete generator/node_modules");

        Directory.Delete(_tree.PathOf("generator/node_modules"), recursive: true);
        (await NpmAsync(_npm.Installing())).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH011_reports_a_missing_npm()
    {
        var error = Expect(await NpmAsync(_npm.Absent()), "GENAUTH011", _tree.PathOf("generator/package.json"), "Install Node.js with npm");

        Assert.Contains("npm is not on the PATH", error.Message, StringComparison.Ordinal);
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH011_reports_the_error_of_npm()
    {
        var error = Expect(await NpmAsync(_npm.Failing("code ETARGET")), "GENAUTH011", _tree.PathOf("generator/package.json"), "check its registry");

        Assert.Contains("exit code 7: npm error code ETARGET", error.Message, StringComparison.Ordinal);
        (await NpmAsync(_npm.Installing())).Generated(times: 1);
    }

    [Fact]
    public async Task GENAUTH012_reports_an_unknown_toolchain()
    {
        Expect(await _tree.GenerateAsync("-p:NSwagToolchain=yarn"), "GENAUTH012", _tree.PathOf("generator/Generate.targets"), "Set it to nuget (the default) or npm");
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH015_reports_another_failure_of_NSwag()
    {
        var error = Expect(await NpmAsync(_npm.InstallingBroken(tool: "no tool")), "GENAUTH015", _tree.Document, "obj/generated/nswag.log");

        Assert.Contains("The code generator failed (exit code ", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await File.ReadAllTextAsync(_tree.PathOf("generator/obj/generated/nswag.log")));
        Directory.Delete(_tree.PathOf("generator/node_modules"), recursive: true);
        (await NpmAsync(_npm.Installing())).Generated(times: 1);
    }

    private static BuildError Expect(BuildResult result, string code, string file, string remedy)
    {
        var error = result.FailedOnce();
        Assert.Equal((code, file, 0), (error.Code, error.File, error.Line));
        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        return error;
    }

    private Task<BuildResult> NpmAsync(IReadOnlyDictionary<string, string?> environment) =>
        _tree.RunAsync(environment, "build", SourceTree.Generator, "--no-restore", "-p:NSwagToolchain=npm");
}
