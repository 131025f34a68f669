using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace GenAuth.BuildTests;

/// <summary>build.ps1, run by the real PowerShell engine.</summary>
public sealed class BuildScriptTests
{
    private static readonly string[] Published = ["a.json", "https://example.com/b.json"];

    private static string Script => Path.Combine(TestData.Root, "build.ps1");

    [Fact]
    public void Build_script_has_no_syntax_error()
    {
        Parser.ParseFile(Script, out _, out var errors);

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("Build", "Debug", "build {solution} --configuration Debug")]
    [InlineData("Build", "Release", "build {solution} --configuration Release")]
    [InlineData("Test", "Debug", "test {solution} --configuration Debug")]
    [InlineData("Pack", "Debug", "pack {solution} --configuration Release")]
    [InlineData("Lint", "Debug", "run --project {maintain} -- lint {document}")]
    [InlineData("Regenerate", "Debug", "build {generator} -t:Rebuild")]
    [InlineData("Demo", "Release", "run --project {sample} --configuration Release")]
    [InlineData("Reference", "Debug", "run --project {maintain} -- reference --document {document} --output {artifacts}reference")]
    [InlineData("Explorer", "Debug", "run --project {maintain} -- explorer --document {document} --output {artifacts}explorer")]
    public void Build_script_target_runs_its_command(string target, string configuration, params string[] commands)
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = target, ["Configuration"] = configuration });

        Assert.Null(error);
        Assert.Equal(commands.Select(WithPaths), dotnet.Calls);
    }

    [Fact]
    public void Build_script_without_a_target_builds()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        PowerShellHost.Run(Script, dotnet, new Dictionary<string, object>());

        Assert.Equal([WithPaths("build {solution} --configuration Debug")], dotnet.Calls);
    }

    [Fact]
    public void Regenerate_accepts_changed_names()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Regenerate", ["AcceptNames"] = true });

        Assert.Null(error);
        Assert.Equal([WithPaths("build {generator} -t:Rebuild -p:GenAuthAcceptNames=true")], dotnet.Calls);
    }

    [Fact]
    public void Build_does_not_accept_changed_names()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Test", ["AcceptNames"] = true });

        Assert.Equal("-AcceptNames goes with -Target Regenerate.", error?.Message);
        Assert.Empty(dotnet.Calls);
    }

    [Fact]
    public void Import_updates_the_document_of_the_project()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Import", ["Document"] = Published });

        Assert.Null(error);
        Assert.Equal([$"run --project {Path.Combine(TestData.Root, "generator", "maintain", "GenAuth.Maintain.csproj")} -- import a.json https://example.com/b.json --document {Path.Combine(TestData.Root, "openapi", "genauth-v3.json")}"], dotnet.Calls);
    }

    [Fact]
    public void Import_without_documents_is_refused()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Import" });

        Assert.Equal("-Target Import needs -Document: name the published documents.", error?.Message);
        Assert.Empty(dotnet.Calls);
    }

    [Theory]
    [InlineData("", "run --project {maintain} -- diff --project {root}")]
    [InlineData("old.json", "run --project {maintain} -- diff old.json --project {root}")]
    [InlineData("HEAD:old.json,new.json", "run --project {maintain} -- diff HEAD:old.json new.json --project {root}")]
    public void Diff_target_runs_the_diff_command(string documents, string command)
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);
        var parameters = new Dictionary<string, object> { ["Target"] = "Diff" };
        if (documents.Length != 0)
        {
            parameters["Document"] = documents.Split(',');
        }

        var (_, error) = PowerShellHost.Run(Script, dotnet, parameters);

        Assert.Null(error);
        Assert.Equal([WithPaths(command)], dotnet.Calls);
    }

    [Fact]
    public void Documents_are_accepted_by_Import_and_Diff_only()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Test", ["Document"] = "old.json" });

        Assert.Equal("-Document goes with -Target Import or Diff.", error?.Message);
        Assert.Empty(dotnet.Calls);
    }

    [Theory]
    [InlineData("Target", "Deploy")]
    [InlineData("Configuration", "Fast")]
    public void Unknown_argument_is_refused_before_anything_runs(string parameter, string value)
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 0);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { [parameter] = value });

        Assert.Contains(value, Assert.IsAssignableFrom<ParameterBindingException>(error).Message, StringComparison.Ordinal);
        Assert.Empty(dotnet.Calls);
    }

    [Fact]
    public void Build_script_exits_with_the_code_of_a_failed_command()
    {
        using var dotnet = FakeDotNet.Ending(exitCode: 3);

        var (_, error) = PowerShellHost.Run(Script, dotnet, new Dictionary<string, object> { ["Target"] = "Pack" });

        Assert.Equal("dotnet pack ended with exit code 3.", error?.Message);
        Assert.Single(dotnet.Calls);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public void Build_and_Regenerate_produce_the_library()
    {
        using var tree = new SourceTree();
        tree.TakeCompiledTasks();
        using var dotnet = FakeDotNet.Real(tree);

        Assert.Equal(1, Generations(RunReally(tree, dotnet, "Build")));
        Assert.True(File.Exists(tree.PathOf("samples/AlipayLogin/bin/Debug/net10.0/AlipayLogin.dll")));
        Assert.Equal(1, Generations(RunReally(tree, dotnet, "Regenerate")));
    }

    private static string RunReally(SourceTree tree, FakeDotNet dotnet, string target)
    {
        var (output, error) = PowerShellHost.Run(tree.PathOf("build.ps1"), dotnet, new Dictionary<string, object> { ["Target"] = target });
        Assert.True(error is null, $"{error?.Message}\n{output}");
        return output;
    }

    private static int Generations(string output) => Regex.Count(output, "Generated the API client from ");

    private static string WithPaths(string command) => command
        .Replace("{solution}", Path.Combine(TestData.Root, "GenAuth.Generated.sln"), StringComparison.Ordinal)
        .Replace("{generator}", Path.Combine(TestData.Root, "generator", "GenAuth.Generator.csproj"), StringComparison.Ordinal)
        .Replace("{maintain}", Path.Combine(TestData.Root, "generator", "maintain", "GenAuth.Maintain.csproj"), StringComparison.Ordinal)
        .Replace("{document}", Path.Combine(TestData.Root, "openapi", "genauth-v3.json"), StringComparison.Ordinal)
        .Replace("{root}", TestData.Root.TrimEnd(Path.DirectorySeparatorChar), StringComparison.Ordinal)
        .Replace("{artifacts}", Path.Combine(TestData.Root, "artifacts") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        .Replace("{sample}", Path.Combine(TestData.Root, "samples", "AlipayLogin"), StringComparison.Ordinal);
}
