namespace GenAuth.BuildTests;

/// <summary>A tool that is missing or broken is named as the cause, with the way to get it.</summary>
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
    public async Task GENAUTH010_nothing_has_been_restored()
    {
        using var tree = new SourceTree();

        Expect(await tree.GenerateAsync(), "GENAUTH010", tree.PathOf("generator/GenAuth.Generator.csproj"), "dotnet restore");
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH010_npm_has_not_brought_the_tool()
    {
        Expect(await NpmAsync(_npm.Installing(tool: null)), "GENAUTH010",
            _tree.PathOf("generator/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll"), "delete generator/node_modules");

        Directory.Delete(_tree.PathOf("generator/node_modules"), recursive: true);
        (await NpmAsync(_npm.Installing())).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH011_there_is_no_npm()
    {
        var error = Expect(await NpmAsync(_npm.Absent()), "GENAUTH011", _tree.PathOf("generator/package.json"), "Install Node.js with npm");

        Assert.Contains("npm is not on the PATH", error.Message, StringComparison.Ordinal);
        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH011_npm_fails_and_says_why()
    {
        var error = Expect(await NpmAsync(_npm.Failing("code ETARGET")), "GENAUTH011", _tree.PathOf("generator/package.json"), "check its registry");

        Assert.Contains("exit code 7: npm error code ETARGET", error.Message, StringComparison.Ordinal);
        (await NpmAsync(_npm.Installing())).Generated(times: 1);
    }

    [Fact]
    public async Task GENAUTH012_the_toolchain_is_unknown()
    {
        Expect(await _tree.GenerateAsync("-p:NSwagToolchain=yarn"), "GENAUTH012", _tree.PathOf("generator/Generate.targets"), "Set it to nuget (the default) or npm");
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task GENAUTH015_the_tool_fails_in_its_own_way()
    {
        var error = Expect(await NpmAsync(_npm.Installing(tool: "no tool")), "GENAUTH015", _tree.Document, "obj/generated/nswag.log");

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
