namespace GenAuth.BuildTests;

/// <summary>Everything that the generated text depends on makes the next build generate again.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class ChangedInputTests
{
    private const string HeaderTemplate = "generator/templates/File.Header.liquid";

    private readonly SourceTree _tree;

    public ChangedInputTests(RestoredGenerator restored)
    {
        _tree = restored.Tree;
        _tree.Reset();
    }

    [Trait("Category", "Extended")]
    [Fact]
    public Task A_changed_template_is_in_the_generated_text_of_the_next_build() =>
        ExpectAsync("generator/templates/Client.Class.liquid", "return _calls.ExecuteAsync", "return this._calls.ExecuteAsync");

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("small.json", "Makes a thing.", "Makes something else.")]
    [InlineData("generator/nswag.json", "\"GenAuth.Pipeline.Content\" ]", "\"GenAuth.Pipeline.Content\", \"System.Xml\" ]")]
    [InlineData("generator/templates/Client.Method.Request.liquid", "request.Query.Add", "request.Query.AddText")]
    public Task Every_changed_input_is_in_the_generated_text_of_the_next_build(string input, string old, string replacement) =>
        ExpectAsync(input, old, replacement);

    [Trait("Category", "Extended")]
    [Theory]
    [InlineData("generator/tasks/Tool/RunNSwag.cs")]
    [InlineData("generator/tasks/Document/CheckDocument.cs")]
    [InlineData("generator/Tasks.targets")]
    [InlineData("generator/Generate.targets")]
    public async Task A_change_of_the_step_itself_generates_again(string input)
    {
        (await _tree.GenerateAsync()).Succeeded();
        File.SetLastWriteTimeUtc(_tree.PathOf(input), DateTime.UtcNow);

        (await _tree.GenerateAsync()).Generated(times: 1);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task A_changed_task_is_compiled_and_used_by_the_next_build()
    {
        const string Task = "generator/tasks/Sources/GeneratedSources.cs";
        (await _tree.GenerateAsync()).Succeeded();
        var before = _tree.GeneratedText();
        _tree.Edit(Task, text => SmallDocument.Replace(text, "Models.", "Types."));
        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.Contains(_tree.GeneratedFiles(), file => Path.GetFileName(file) == "Types.A.g.cs");

        _tree.Edit(Task, text => SmallDocument.Replace(text, "typeParts.Split()", "typeParts.Shut()"));
        var error = (await _tree.GenerateAsync()).FailedOnce();
        Assert.Equal((_tree.PathOf(Task), "CS1061"), (error.File, error.Code));

        _tree.Undo(Task);
        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.Equal(before, _tree.GeneratedText());
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Removed_or_restored_template_generates_again()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var own = await File.ReadAllTextAsync(_tree.ClientsFile);
        var template = _tree.PathOf(HeaderTemplate);
        var aside = _tree.PathOf("aside.liquid");

        // Moved, so that it keeps its date: the build must not depend on the date alone.
        File.Move(template, aside);
        var without = await _tree.GenerateAsync();
        var builtIn = await File.ReadAllTextAsync(_tree.ClientsFile);
        File.Move(aside, template);
        var with = await _tree.GenerateAsync();

        without.Generated(times: 1);
        with.Generated(times: 1);
        Assert.NotEqual(own, builtIn);
        Assert.Equal(own, await File.ReadAllTextAsync(_tree.ClientsFile));
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Deleted_output_is_generated_again()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var clients = await File.ReadAllTextAsync(_tree.ClientsFile);
        File.Delete(_tree.ClientsFile);

        (await _tree.GenerateAsync()).Generated(times: 1);

        Assert.Equal(clients, await File.ReadAllTextAsync(_tree.ClientsFile));
        (await _tree.GenerateAsync()).Generated(times: 0);
    }

    [Trait("Category", "Extended")]
    [Fact]
    public async Task Another_document_generates_again_and_a_relative_path_counts_from_the_solution()
    {
        (await _tree.GenerateAsync()).Succeeded();
        var clients = await File.ReadAllTextAsync(_tree.ClientsFile);
        var other = _tree.PathOf("openapi/other.json");
        await File.WriteAllTextAsync(other, SmallDocument.With("Makes a thing.", "Makes something else."));
        // As old as the other inputs: only the name differs.
        File.SetLastWriteTimeUtc(other, DateTime.UnixEpoch);

        var result = await DotNet.RunAsync(
            _tree.PathOf(SourceTree.Library), ["build", "../../generator", "--no-restore", "-p:GenAuthOpenApi=openapi/other.json"]);

        result.Generated(times: 1);
        Assert.NotEqual(clients, await File.ReadAllTextAsync(_tree.ClientsFile));
        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.Equal(clients, await File.ReadAllTextAsync(_tree.ClientsFile));
    }

    private async Task ExpectAsync(string input, string old, string replacement)
    {
        (await _tree.GenerateAsync()).Succeeded();
        var before = await File.ReadAllTextAsync(_tree.ClientsFile);
        _tree.Edit(input, text => SmallDocument.Replace(text, old, replacement));

        (await _tree.GenerateAsync()).Generated(times: 1);
        Assert.NotEqual(before, await File.ReadAllTextAsync(_tree.ClientsFile));
    }
}
