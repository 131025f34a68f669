using System.Text.Json.Nodes;

namespace GenAuth.BuildTests;

/// <summary>What a changed document does to the library.</summary>
public sealed class ChangedDocumentTests : IClassFixture<RestoredTree>
{
    private const string Framework = "net10.0";

    private readonly SourceTree _tree;

    public ChangedDocumentTests(RestoredTree restored)
    {
        _tree = restored.Tree;
        _tree.Undo("small.json");
    }

    [Fact]
    public async Task A_changed_description_is_in_the_documentation_of_the_next_build()
    {
        (await BuildAsync()).Succeeded();
        File.WriteAllText(_tree.Document, SmallDocument.With("Makes a thing.", "Makes something else."));

        (await BuildAsync()).Generated(times: 1);

        var documentation = await File.ReadAllTextAsync(_tree.PathOf($"src/GenAuth/bin/Debug/{Framework}/GenAuth.xml"));
        Assert.Contains("Makes something else.", documentation, StringComparison.Ordinal);
        Assert.DoesNotContain("Makes a thing.", documentation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_operation_breaks_the_build_in_the_facade_that_wraps_it()
    {
        var document = JsonNode.Parse(SmallDocument.Text)!;
        document["paths"]!.AsObject().Remove("/api/v3/get-alipay-authinfo");
        File.WriteAllText(_tree.Document, document.ToJsonString());

        // Its types stay, unused, so that the one error is that of the missing operation.
        var error = (await BuildAsync("-p:GenAuthLint=off")).FailedOnce();

        Assert.Equal("AuthenticationClient.Alipay.cs", Path.GetFileName(error.File));
        Assert.Contains("GetAlipayAuthInfoCoreAsync", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_only_has_a_new_date_generates_once_and_compiles_nothing()
    {
        (await BuildAsync()).Succeeded();
        var library = _tree.PathOf($"src/GenAuth/bin/Debug/{Framework}/GenAuth.dll");
        var compiled = File.GetLastWriteTimeUtc(library);
        File.SetLastWriteTimeUtc(_tree.Document, DateTime.UtcNow);

        (await BuildAsync()).Generated(times: 1);
        var next = (await BuildAsync("-v:normal")).Generated(times: 0);

        Assert.Equal(compiled, File.GetLastWriteTimeUtc(library));
        Assert.Contains("Skipping target \"RunGenerator\"", next.Output, StringComparison.Ordinal);
    }

    private Task<BuildResult> BuildAsync(params string[] arguments) =>
        _tree.RunAsync(["build", SourceTree.Library, "--no-restore", "-f", Framework, .. arguments]);
}
