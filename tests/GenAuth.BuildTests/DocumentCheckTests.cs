namespace GenAuth.BuildTests;

/// <summary>The errors of the document check. One build checks all cases.</summary>
[Collection(SharesBuildStep.Name)]
public sealed class DocumentCheckTests(CheckedDocuments documents) : IClassFixture<CheckedDocuments>
{
    public static TheoryData<string> Names => [.. DocumentCase.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_invalid_document_has_its_expected_errors(string name)
    {
        var expected = DocumentCase.All.Single(document => document.Name == name).Errors;

        Assert.Equal(expected, documents.ErrorsOf(name).Select(error => $"{error.Code} line {error.Line}"));
    }

    [Theory]
    [InlineData("cut off", "Correct it there")]
    [InlineData("a reference past the end of a list", "Add it, or correct the reference")]
    [InlineData("an unknown type in a parameter", "Use one of string, integer, number")]
    [InlineData("no paths", "Is it the right file?")]
    [InlineData("an operationId with a small letter first", "Name it, for example Authentication_")]
    [InlineData("an operationId that differs in case only", "Every operation needs its own")]
    [InlineData("a body of XML", "Describe it as one of application/json")]
    [InlineData("a parameter in a cookie", "Describe it in path or query")]
    public void Each_error_says_what_to_do(string name, string remedy) =>
        Assert.Contains(remedy, Assert.Single(documents.ErrorsOf(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_second_of_two_equal_operation_ids_names_the_line_of_the_first()
    {
        var first = SmallDocument.LineOf(SmallDocument.Text, "Authentication_signInByMobile");

        Assert.Contains($"line {first}", Assert.Single(documents.ErrorsOf("an operationId that differs in case only")).Message, StringComparison.Ordinal);
    }
}

/// <summary>Runs the task itself, as the generator's project does, over every case.</summary>
public sealed class CheckedDocuments(RestoredGenerator restored) : IAsyncLifetime
{
    private const string Project = """
        <Project DefaultTargets="CheckAll">
          <Import Project="../Directory.Build.props" />
          <Import Project="obj/GenAuth.Generator.csproj.nuget.g.props" />
          <Import Project="Generate.targets" />
          <ItemGroup>
            <Case Include="../cases/*.json" />
          </ItemGroup>
          <Target Name="CheckAll">
            <CheckDocument Document="%(Case.FullPath)" ContinueOnError="ErrorAndContinue" />
            <Message Importance="high" Text="Checked @(Case->Count()) documents." />
          </Target>
        </Project>
        """;

    private BuildResult? _result;

    private SourceTree Tree { get; } = restored.Tree;

    public async Task InitializeAsync()
    {
        Tree.Reset();
        Directory.CreateDirectory(Tree.PathOf("cases"));
        foreach (var document in DocumentCase.All)
        {
            await File.WriteAllTextAsync(FileOf(document.Name), document.Text);
        }

        await File.WriteAllTextAsync(Tree.PathOf("generator/check.proj"), Project);
        _result = await DotNet.RunAsync(Tree.Root, ["msbuild", "generator/check.proj"]);
        // Ensures that the check has run at all.
        Assert.True(_result.Output.Contains($"Checked {DocumentCase.All.Count} documents.", StringComparison.Ordinal), _result.Output);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal IEnumerable<BuildError> ErrorsOf(string name) => _result!.Errors.Where(error => error.File == FileOf(name));

    private string FileOf(string name) => Tree.PathOf($"cases/{name}.json");
}
